import type { PrintedDocument, PrintedSection, ReportColumn } from "../../plugin-api/contributions/index.ts";
import type { Json } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";
import type { ServedReport, ServedReportRow } from "../reports/served-report.ts";

/** A report to be printed: its finding, its period, a table for each breakdown, what was counted. */
export function printedReport(report: ServedReport, language: Language): PrintedDocument {
  const finding = report.chart?.title || report.title;
  const period = `${dayInWords(report.from, language)} – ${dayInWords(report.to, language)}`;
  return {
    title: finding,
    subtitle: `${report.title} · ${period}. ${report.definition}`,
    sections: printedSections(report, language),
  };
}

/** `12 mars 2026`, `12 March 2026`. */
export function dayInWords(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** What stands in the place of a masked figure. */
export function maskedWord(language: Language): string {
  return language === "fr" ? "masqué" : "masked";
}

function printedSections({ columns, rows, sections }: ServedReport, language: Language): readonly PrintedSection[] {
  const shown = columns.filter(({ key }) => key !== sections);
  const titles = sections === undefined ? [undefined] : [...new Set(rows.map((row) => row[sections]))];
  return titles.map((title) => ({
    ...(title === undefined ? {} : { title: String(title) }),
    columns: shown.map((column, index) => ({
      title: column.title,
      ...(index === 0 ? { stretch: true } : { align: "right" }),
    })),
    rows: rows
      .filter((row) => sections === undefined || row[sections] === title)
      .map((row) => shown.map((column) => printedFigure(row, column, language))),
  }));
}

function printedFigure(row: ServedReportRow, { key, type }: ReportColumn, language: Language): string {
  if (isMasked(row, key)) return maskedWord(language);
  const value = row[key] as Json | undefined;
  if (typeof value !== "number") return value === null || value === undefined ? "–" : String(value);
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  if (type === "percent") return new Intl.NumberFormat(locale, { style: "percent" }).format(value);
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}

/** Whether that figure of the row was left out for this reader. */
export function isMasked(row: ServedReportRow, key: string): boolean {
  const masked = row["masked"];
  return Array.isArray(masked) && masked.includes(key);
}
