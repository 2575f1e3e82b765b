import type { ReportColumn } from "../../../server/plugin-api/contributions/index.ts";
import type { Language } from "../../../server/plugin-api/text.ts";
import { locales } from "../../app/i18n/locales.ts";

/** A value of a report in the reader's words: "1 250", "12,5 j", "mars 2026"; a masked figure stays as the office sent it. */
export function figure(value: unknown, type: ReportColumn["type"], language: Language): string {
  if (value === null || value === undefined) return "–";
  if (type === "month" && typeof value === "string") return monthName(value, language);
  if (typeof value !== "number") return String(value);
  if (type === "percent") return new Intl.NumberFormat(locales[language], { style: "percent" }).format(value);
  const unit = type === "days" ? ({ style: "unit", unit: "day", unitDisplay: "short" } as const) : {};
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1, ...unit }).format(value);
}

function monthName(month: string, language: Language): string {
  const day = new Date(`${month}-01T12:00:00Z`);
  if (Number.isNaN(day.getTime())) return month;
  return new Intl.DateTimeFormat(locales[language], {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(day);
}
