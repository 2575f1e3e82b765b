/** A value of a table cell, as spreadsheets know them. */
export type Cell = string | number | boolean | null | Moment;

/** A day, or a day and the time that the office's clocks showed: `2026-11-23`, `2026-11-23T10:12:33`. */
export interface Moment {
  readonly local: string;
}

/** The cell in words, as far as it does not depend on a language. */
export function cellText(cell: Exclude<Cell, null>): string {
  return typeof cell === "object" ? cell.local.replace("T", " ") : String(cell);
}

/** Rows under headings, on their way into a file. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}
