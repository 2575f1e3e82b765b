import type {
  PrintedBar,
  PrintedDocument,
  PrintedSection,
  ReportColumn,
} from "../../plugin-api/contributions/index.ts";
import type { Json } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";
import type { ServedReport, ServedReportRow } from "../reports/served-report.ts";

/** Whose report it is, for whom and when it is printed. */
interface Printing {
  readonly language: Language;
  readonly officeName: string;
  /** Local day of the office, ISO. */
  readonly today: string;
}

/** A report to be printed: its finding, its period, its chart, a table for each breakdown, what was counted. */
export function printedReport(report: ServedReport, { language, officeName, today }: Printing): PrintedDocument {
  const finding = report.chart?.title || report.title;
  const period = `${dayInWords(report.from, language)} – ${dayInWords(report.to, language)}`;
  return {
    title: finding,
    subtitle: `${report.title} · ${period}. ${report.definition}`,
    chart: printedBars(report, language),
    foot: `${officeName} · ${dayInWords(today, language)}`,
    sections: printedSections(report, language),
  };
}

/** More than this do not fit on a sheet. */
const mostBars = 24;

/** The chart of one series; several of them are read in the tables. */
function printedBars({ chart, rows, columns }: ServedReport, language: Language): readonly PrintedBar[] {
  const [series, ...others] = chart?.series ?? [];
  const shown = chart?.rows ?? rows;
  if (!chart || !series || others.length > 0 || shown.length > mostBars) return [];
  const column = columns.find(({ key }) => key === series.key) ?? { ...series, type: "number" as const };
  return shown.map((row) => {
    const value = row[series.key];
    const isBar = typeof value === "number" && !isMasked(row, series.key);
    return {
      label: printedCategory(String(row[chart.category] ?? ""), language),
      value: isBar ? value : null,
      figure: value === 0 ? "" : printedFigure(row, column, language),
    };
  });
}

/** `juin 25` for a month, anything else as it is. */
function printedCategory(category: string, language: Language): string {
  if (!/^\d{4}-\d{2}$/.test(category)) return category;
  const shape = { month: "short", year: "2-digit", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(localeOf(language), shape).format(new Date(`${category}-01T00:00:00Z`));
}

function localeOf(language: Language): string {
  return language === "fr" ? "fr-FR" : "en-GB";
}

/** `12 mars 2026`, `12 March 2026`. */
export function dayInWords(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: "long", timeZone: "UTC" });
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
    columns: shown.map((column, index) => ({
      title: index === 0 && title !== undefined ? String(title) : column.title,
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
  const locale = localeOf(language);
  if (type === "percent") return new Intl.NumberFormat(locale, { style: "percent" }).format(value);
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}

/** Whether that figure of the row was left out for this reader. */
export function isMasked(row: ServedReportRow, key: string): boolean {
  const masked = row["masked"];
  return Array.isArray(masked) && masked.includes(key);
}
