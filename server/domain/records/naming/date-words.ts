import type { Language } from "../../../plugin-api/text.ts";

/** How a template writes a date: how long ago it was, the day, or the time of the day. */
export type DateWords = (typeof every)[number];

const every = ["age", "day", "time"] as const;

/** Whether a template asks for a date in these words. */
export function isDateWords(words: string | undefined): words is DateWords {
  return every.some((each) => each === words);
}

/** Whom a date is written for, and when. */
export interface DateWordsOptions {
  readonly language: Language;
  /** IANA name of the office's time zone. */
  readonly timeZone: string;
  /** Local day of the office, ISO. */
  readonly today: string;
}

const locales = { fr: "fr-FR", en: "en-GB" } as const;
const dayLength = 86_400_000;

/**
 * A date or an instant in a few words: `age` "12 jours", `day` "10 nov.", `time` "14:30".
 *
 * @example dateWords("2026-11-11", "age", { language: "fr", timeZone: "Europe/Paris", today: "2026-11-23" }); // "12 jours"
 */
export function dateWords(value: string, words: DateWords, options: DateWordsOptions): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const instant = Date.parse(value);
  if (Number.isNaN(instant)) return "";
  const locale = locales[options.language];
  const timeZone = isDay ? "UTC" : options.timeZone;
  if (words === "time") {
    const shape = { hour: "2-digit", minute: "2-digit", timeZone } as const;
    return isDay ? "" : new Intl.DateTimeFormat(locale, shape).format(instant);
  }
  const day = isDay ? value : new Intl.DateTimeFormat("en-CA", { timeZone }).format(instant);
  if (words === "age") return age(day, options);
  const isThisYear = day.slice(0, 4) === options.today.slice(0, 4);
  const shape: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", timeZone: "UTC" };
  const whole: Intl.DateTimeFormatOptions = isThisYear ? shape : { ...shape, year: "numeric" };
  return new Intl.DateTimeFormat(locale, whole).format(Date.parse(day));
}

function age(day: string, { language, today }: DateWordsOptions): string {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / dayLength);
  if (Number.isNaN(days)) return "";
  if (days < 1) return language === "fr" ? "moins d’un jour" : "less than a day";
  if (days < 60) return withUnit(days, "day", language);
  return days < 730
    ? withUnit(Math.floor(days / 30.4), "month", language)
    : withUnit(Math.floor(days / 365.25), "year", language);
}

function withUnit(count: number, unit: "day" | "month" | "year", language: Language): string {
  const format = { style: "unit", unit, unitDisplay: "long" } as const;
  return new Intl.NumberFormat(locales[language], format).format(count);
}
