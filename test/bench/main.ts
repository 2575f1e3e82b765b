import { openBenchPlace } from "./bench-place.ts";
import { evaluationRows } from "./evaluation-rows.ts";
import { growthRows } from "./growth-rows.ts";
import { matchRows } from "./match-rows.ts";
import { pluginRows } from "./plugin-rows.ts";
import { printRows } from "./report.ts";
import { reportRows } from "./report-rows.ts";
import { screenRows } from "./screen-rows.ts";
import { startRows } from "./start-rows.ts";
import { transitionRows } from "./transition-rows.ts";

/**
 * Measures every row of the goals and prints it beside its limit. `--short` takes a few minutes; `--records=1000000`
 * sets how far the lists grow (100,000); `--only=transitions,growth,reports,matching,evaluation,plugins,start,
 * screens` leaves the others out.
 */
export async function bench(options: readonly string[]): Promise<void> {
  await using place = await openBenchPlace(options);
  const only = options
    .find((option) => option.startsWith("--only="))
    ?.slice("--only=".length)
    .split(",");
  const parts = {
    transitions: transitionRows,
    growth: growthRows,
    reports: reportRows,
    matching: matchRows,
    evaluation: evaluationRows,
    plugins: pluginRows,
    start: startRows,
    screens: screenRows,
  };
  for (const [name, rowsOf] of Object.entries(parts)) {
    if (only === undefined || only.includes(name)) printRows(name, await rowsOf(place));
  }
}
