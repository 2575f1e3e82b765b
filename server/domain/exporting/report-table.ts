import type { Language } from "../../plugin-api/text.ts";
import type { ServedReport } from "../reports/served-report.ts";
import { isMasked, maskedWord } from "./printed-report.ts";
import type { Cell, Table } from "./table.ts";

/** The rows of a report as one table, fit for a spreadsheet: every row says what it is part of. */
export function reportTable(report: ServedReport, language: Language): Table {
  return {
    title: report.title,
    columns: report.columns.map(({ title, type }) => (type === "percent" ? `${title} (%)` : title)),
    rows: report.rows.map((row) =>
      report.columns.map(({ key, type }): Cell => {
        if (isMasked(row, key)) return maskedWord(language);
        const value = row[key] ?? null;
        if (type === "percent" && typeof value === "number") return Math.round(value * 1000) / 10;
        return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
      }),
    ),
  };
}
