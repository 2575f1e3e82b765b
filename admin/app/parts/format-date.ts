import type { Language } from "../../../server/plugin-api/text.ts";
import { locales } from "../i18n/locales.ts";

/** In which language and time zone dates are told, and which day it is at the office. */
export interface DateSetting {
  readonly language: Language;
  /** IANA name. */
  readonly timeZone: string;
  /** Local day of the office, ISO. */
  readonly today: string;
}

const dayLength = 86_400_000;

/** Whether the value is a local day rather than an instant. */
export function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value);
}

/** The office's day of an instant; a day is itself. */
export function dayOf(value: string, timeZone: string): string {
  if (isDay(value)) return value;
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    new Date(value),
  );
}

/** "lun. 23 nov.", with its year when that is another one. */
export function formatDay(value: string, setting: DateSetting): string {
  const day = dayOf(value, setting.timeZone);
  const thisYear = day.slice(0, 4) === setting.today.slice(0, 4);
  const shape: Intl.DateTimeFormatOptions = thisYear
    ? { weekday: "short", day: "numeric", month: "short" }
    : { day: "numeric", month: "short", year: "numeric" };
  return inUtc(day, shape, setting.language);
}

/** "lundi 23 novembre 2026", and "à 14:05" for an instant. */
export function formatExact(value: string, { language, timeZone }: DateSetting): string {
  const long: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  if (isDay(value)) return inUtc(value, long, language);
  const format = new Intl.DateTimeFormat(locales[language], { ...long, hour: "2-digit", minute: "2-digit", timeZone });
  return firstOfMonth(format.format(new Date(value)), language);
}

/** "14:05". */
export function formatTime(instant: string, { language, timeZone }: DateSetting): string {
  return new Intl.DateTimeFormat(locales[language], { hour: "2-digit", minute: "2-digit", timeZone }).format(
    new Date(instant),
  );
}

/** Days from today to the value: negative when it is past. */
export function daysUntil(value: string, { timeZone, today }: DateSetting): number {
  return Math.round((Date.parse(dayOf(value, timeZone)) - Date.parse(today)) / dayLength);
}

/** "aujourd'hui", "il y a 3 jours"; beyond a month, the day itself. */
export function formatRelative(value: string, setting: DateSetting): string {
  const days = daysUntil(value, setting);
  if (Math.abs(days) > 30) return formatDay(value, setting);
  return new Intl.RelativeTimeFormat(locales[setting.language], { numeric: "auto" }).format(days, "day");
}

/** How long it has been: "3 jours", "2 mois". */
export function formatSince(value: string, setting: DateSetting): string {
  return inWords(Math.max(0, -daysUntil(value, setting)), setting);
}

/** How long it still is: "3 jours", "2 mois". */
export function formatUntil(value: string, setting: DateSetting): string {
  return inWords(Math.max(0, daysUntil(value, setting)), setting);
}

function inWords(days: number, setting: DateSetting): string {
  if (days < 60) return withUnit(days, "day", setting.language);
  if (days < 730) return withUnit(Math.floor(days / 30.4), "month", setting.language);
  return withUnit(Math.floor(days / 365.25), "year", setting.language);
}

/** Whole months as years and months: "1 an et 6 mois"; under a year, months alone. */
export function formatMonths(count: number, language: Language): string {
  const [years, months] = [Math.floor(count / 12), count % 12];
  const parts = [
    ...(years > 0 ? [withUnit(years, "year", language)] : []),
    ...(months > 0 || years === 0 ? [withUnit(months, "month", language)] : []),
  ];
  return new Intl.ListFormat(locales[language], { type: "conjunction" }).format(parts);
}

/** How old somebody is who was born that day: "28 ans". */
export function formatAge(birthDay: string, { today, language }: DateSetting): string {
  const years = Number(today.slice(0, 4)) - Number(birthDay.slice(0, 4));
  const before = today.slice(5) < birthDay.slice(5);
  return withUnit(Math.max(0, before ? years - 1 : years), "year", language);
}

function withUnit(count: number, unit: "day" | "month" | "year", language: Language): string {
  return new Intl.NumberFormat(locales[language], { style: "unit", unit, unitDisplay: "long" }).format(count);
}

function inUtc(day: string, shape: Intl.DateTimeFormatOptions, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { ...shape, timeZone: "UTC" });
  return firstOfMonth(format.format(new Date(`${day}T00:00:00Z`)), language);
}

/** French says "1er sept.", which `Intl` does not. */
function firstOfMonth(words: string, language: Language): string {
  return language === "fr" ? words.replace(/(?<!\d)1 (?=\p{L})/u, "1er ") : words;
}
