import type { ServedReport } from "../reports/served-report.ts";
import type { Cell, Table } from "./table.ts";

/** The rows of a report as a table. */
export function reportTable(report: ServedReport): Table {
  return {
    title: report.title,
    subtitle: `${report.from} – ${report.to}. ${report.definition}`,
    columns: report.columns.map(({ title, type }) => (type === "percent" ? `${title} (%)` : title)),
    rows: report.rows.map((row) =>
      report.columns.map(({ key, type }): Cell => {
        const value = row[key] ?? null;
        if (type === "percent" && typeof value === "number") return Math.round(value * 1000) / 10;
        return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
      }),
    ),
  };
}
