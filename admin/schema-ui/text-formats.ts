import type { Language } from "../../server/plugin-api/text.ts";
import { locales } from "../app/i18n/locales.ts";

/** Ten French digits in pairs, `06 12 34 56 78`; anything else as it was typed. */
export function formatPhone(text: string): string {
  const compact = compactPhone(text);
  return /^0\d{0,9}$/.test(compact) ? (compact.match(/\d{1,2}/g) ?? []).join(" ") : text;
}

/** The number as it is kept: digits, and the `+` of an international one. */
export function compactPhone(text: string): string {
  const compact = text.replace(/[\s.\-/()]/g, "");
  return compact.replace(/^(\+33|0033)0?(?=[1-9]\d{8}$)/, "0");
}

/** `123 456 789 00012`. */
export function formatSiret(text: string): string {
  const digits = compactDigits(text).slice(0, 14);
  const parts = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 9), digits.slice(9)];
  return parts.filter(Boolean).join(" ");
}

/** The digits alone, in their order. */
export function compactDigits(text: string): string {
  return text.replace(/\D/g, "");
}

/** `1 250,5` in French, `1,250.5` in English. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 6 }).format(value);
}

/** The number that someone typed, with a comma or a point; null for nothing, the text itself when it is no number. */
export function parseNumber(text: string): number | string | null {
  const compact = text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  if (compact === "") return null;
  const number = Number(compact);
  return Number.isFinite(number) && /^[-+]?\d*\.?\d*$/.test(compact) ? number : text;
}

/** `1 250,00 €`, from cents. */
export function formatMoney(cents: number, language: Language): string {
  const whole = cents % 100 === 0;
  return new Intl.NumberFormat(locales[language], {
    style: "currency",
    currency: "EUR",
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(cents / 100);
}

/** Cents, from the euros that someone typed. */
export function parseMoney(text: string): number | string | null {
  const euros = parseNumber(text.replace("€", ""));
  return typeof euros === "number" ? Math.round(euros * 100) : euros;
}

/** `23/11/2026` from `2026-11-23`; a text that is no date yet stays as it is. */
export function formatTypedDate(value: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return day === undefined ? value : `${day}/${month}/${year}`;
}

/**
 * The day that someone typed: `23/11/2026`, `23112026`, `23/11/26`, or `23/11` for this year. The text itself when it
 * is no day, so that the check can say so; null for nothing.
 */
export function parseTypedDate(text: string, today: string): string | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const spread = /^\d{6}(\d{2})?$/.test(trimmed)
    ? `${trimmed.slice(0, 2)}/${trimmed.slice(2, 4)}/${trimmed.slice(4)}`
    : trimmed;
  const [, day, month, year] = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?$/.exec(spread) ?? [];
  if (day === undefined || month === undefined) return trimmed;
  const iso = `${fullYear(year, today)}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : trimmed;
}

/** Puts the slashes in while a day is typed at the end of the text. */
export function slashed(typed: string, before: string): string {
  if (typed.length < before.length || !/^\d{2}$|^\d{2}\/\d{2}$/.test(typed)) return typed;
  return `${typed}/`;
}

/** The time of day that someone typed: `9h30`, `09:30`, `930` or `9`. The text itself when it is none; null for nothing. */
export function parseTypedTime(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const compact = trimmed.toLowerCase().replace(/\s/g, "").replace(/[h.]/, ":");
  const [, hour, minute = "00"] = /^(\d{1,2}):?(\d{2})?$/.exec(compact) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return trimmed;
  return `${hour.padStart(2, "0")}:${minute}`;
}

function fullYear(year: string | undefined, today: string): string {
  if (year === undefined) return today.slice(0, 4);
  if (year.length === 4) return year;
  const century = Number(today.slice(0, 2));
  return Number(year) > Number(today.slice(2, 4)) + 10 ? `${century - 1}${year}` : `${century}${year}`;
}
