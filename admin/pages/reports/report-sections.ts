import type { ReportColumn, ServedReport, ServedReportRow } from "../../../server/http/api-types.ts";

/** Rows that add up to the totals on their own. */
export interface ReportSection {
  /** What they are broken down by; null where the report has one table. */
  readonly title: string | null;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ServedReportRow[];
}

/** The tables of a report: one for each value of the column that `sections` names, titled by it instead of repeating it. */
export function sectionsOf({ columns, rows, sections }: ServedReport): readonly ReportSection[] {
  if (sections === undefined) return [{ title: null, columns, rows }];
  const bySection = new Map<string, ServedReportRow[]>();
  for (const row of rows) {
    const title = String(row[sections] ?? "");
    bySection.set(title, [...(bySection.get(title) ?? []), row]);
  }
  const shown = columns.filter(({ key }) => key !== sections);
  return [...bySection].map(([title, its]) => ({ title, columns: shown, rows: its }));
}
