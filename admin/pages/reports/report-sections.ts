import type { ReportColumn, ServedReport, ServedReportRow } from "../../../server/http/api-types.ts";

/** Rows that add up to the totals on their own. */
export interface ReportSection {
  /** What they are broken down by, or the report's own title where it has one table. */
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ServedReportRow[];
}

/** The tables of a report: one for each value of the column that `sections` names, which heads the table's first column instead of standing in each row. */
export function sectionsOf({ title: whole, columns, rows, sections }: ServedReport): readonly ReportSection[] {
  if (sections === undefined) return [{ title: whole, columns, rows }];
  const bySection = new Map<string, ServedReportRow[]>();
  for (const row of rows) {
    const title = String(row[sections] ?? "");
    bySection.set(title, [...(bySection.get(title) ?? []), row]);
  }
  const [named, ...figures] = columns.filter(({ key }) => key !== sections);
  return [...bySection].map(([title, its]) => ({
    title,
    columns: named ? [{ ...named, title }, ...figures] : figures,
    rows: its,
  }));
}

/** The tables in two columns of about the same length; a single table in one. */
export function sideBySide(sections: readonly ReportSection[]): readonly (readonly ReportSection[])[] {
  if (sections.length < 2) return [sections];
  const left: ReportSection[] = [];
  const right: ReportSection[] = [];
  const length = (column: readonly ReportSection[]) => column.reduce((sum, { rows }) => sum + rows.length + 2, 0);
  for (const section of sections) (length(left) <= length(right) ? left : right).push(section);
  return [left, right];
}
