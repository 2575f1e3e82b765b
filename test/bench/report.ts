/** One line of what `npm run bench` prints. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** Against the limit of the same run; null for figures that are their own limit. */
  readonly ratio: number | null;
  readonly goal: string;
  readonly reached: boolean;
}

/** Prints the rows as a table that can be pasted into an issue. */
export function printRows(rows: readonly Row[]): void {
  console.log("| what | measured | ratio | goal | |");
  console.log("|---|---|---|---|---|");
  for (const { what, measured, ratio, goal, reached } of rows) {
    console.log(
      `| ${what} | ${measured} | ${ratio === null ? "" : ratio.toFixed(2)} | ${goal} | ${reached ? "reached" : "not yet"} |`,
    );
  }
}
