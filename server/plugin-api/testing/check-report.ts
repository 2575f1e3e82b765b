import type {
  CallContext,
  DrillDown,
  ReportAnswer,
  ReportContribution,
  ReportParams,
  ReportRow,
} from "../contributions/index.ts";
import { abortBreaches, type Breach, differing } from "./breach.ts";

/**
 * What every report keeps: the same question has the same answer; rows have a value for every column; each figure is
 * the number of records that its drill-down lists; an aborted call ends.
 */
export async function checkReport(
  report: ReportContribution,
  params: ReportParams,
  context: CallContext,
): Promise<readonly Breach[]> {
  const breaches: Breach[] = [];
  const answer = await report.run(params, context);
  breaches.push(...differing("deterministic", answer, await report.run(params, context)));
  for (const [n, row] of answer.rows.entries()) {
    for (const { key } of answer.columns)
      if (row[key] === undefined) breaches.push({ rule: "complete", what: `row ${n} has no ${key}` });
    breaches.push(...(await drillBreaches(row, answer, context)));
  }
  if (answer.definition.trim() === "") breaches.push({ rule: "in-words", what: "it does not say what is counted" });
  breaches.push(...(await abortBreaches((signal) => report.run(params, { ...context, signal }))));
  return breaches;
}

async function drillBreaches(row: ReportRow, answer: ReportAnswer, context: CallContext): Promise<readonly Breach[]> {
  const own = (row["drills"] ?? {}) as { readonly [column: string]: DrillDown };
  const breaches: Breach[] = [];
  for (const { key, type } of answer.columns) {
    const figure = row[key];
    if (type !== "number" || typeof figure !== "number") continue;
    const drill = own[key] ?? (row["drill"] as DrillDown | undefined);
    if (!drill) {
      breaches.push({ rule: "drill", what: `${key} = ${figure} has no drill-down` });
      continue;
    }
    const listed = await context.records.count(drill.type, drill.filter);
    if (listed !== figure)
      breaches.push({ rule: "drill", what: `${key} = ${figure}, but its drill-down lists ${listed}` });
  }
  return breaches;
}
