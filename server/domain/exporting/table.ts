/** A value of a table cell, as spreadsheets know them. */
export type Cell = string | number | boolean | null;

/** Rows under headings, on their way into a file. */
export interface Table {
  readonly title: string;
  /** A line under the title, where the format has one. */
  readonly subtitle?: string;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}
