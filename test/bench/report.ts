/** One line of what `npm run bench` prints. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** Against the limit of the same run; null for figures that are their own limit. */
  readonly ratio: number | null;
  readonly goal: string;
  /** Null where there is no goal. */
  readonly reached: boolean | null;
}

/** Prints the rows as a table that can be pasted into an issue. */
export function printRows(title: string, rows: readonly Row[]): void {
  console.log(`\n| ${title} | measured | ratio | goal | |\n|---|---|---|---|---|`);
  for (const { what, measured, ratio, goal, reached } of rows) {
    const verdict = reached === null ? "" : reached ? "reached" : "not yet";
    console.log(`| ${what} | ${measured} | ${ratio === null ? "" : ratio.toFixed(2)} | ${goal} | ${verdict} |`);
  }
}
