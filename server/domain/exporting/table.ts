/** A value of a table cell, as spreadsheets know them. */
export type Cell = string | number | boolean | null;

/** Rows under headings, on their way into a file. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}
