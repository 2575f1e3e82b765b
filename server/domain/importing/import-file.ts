/** A table file, read: its headings, and its lines with their number in the file. */
export interface CsvFile {
  readonly headers: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** One line of a table file, its cells as they are written. */
export interface CsvRow {
  /** Counts from 1, the headings included. */
  readonly line: number;
  readonly cells: readonly string[];
}
