import { Temporal } from "temporal-polyfill";
import { isDuration } from "./duration.ts";

/** The office's days: where it is, and when it works. */
export interface Calendar {
  /** IANA name. */
  readonly timeZone: string;
  /** Days that are worked, 1 = Monday … 7 = Sunday. Monday to Friday without it. */
  readonly workingDays?: readonly number[];
  /** Public holidays, ISO dates. */
  readonly holidays?: readonly string[];
}

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** As `Date` writes it, so that nothing needs to be read to write it again. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const WHOLE_WEEK = [1, 2, 3, 4, 5, 6, 7];
/** Dates and instants are compared as texts, which keep their order as long as a year has four digits. */
const FIRST_DAY = "0000-01-01";
/** The last day that there is, ISO. */
export const lastDay = "9999-12-31";

/**
 * The office's local day of an instant, ISO, from the year 0 to 9999.
 *
 * @example localDay("2026-03-31T22:30:00.000Z", "Europe/Paris"); // "2026-04-01"
 */
export function localDay(instant: string, timeZone: string): string {
  return dayText(Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate());
}

/** Whether the text is written as a date, without a time; it need not be one that the calendar has. */
export function isDate(text: string): boolean {
  return DATE.test(text);
}

/** Whether a duration is over before anybody could act: less than a minute, nothing, or in the past. */
export function isUnderAMinute(duration: string): boolean {
  if (!isDuration(duration)) return false;
  // A day's length depends on the day, a minute's does not: any day will do.
  return Temporal.Duration.compare(lengthOf(duration), { minutes: 1 }, { relativeTo: "2026-01-01" }) < 0;
}

/**
 * The instant that a date begins at in the time zone; an instant as it is. UTC ISO-8601 with milliseconds.
 *
 * @example instantOf("2026-04-01", "Europe/Paris"); // "2026-03-31T22:00:00.000Z"
 */
export function instantOf(dateOrInstant: string, timeZone: string): string {
  if (INSTANT.test(dateOrInstant) && new Date(dateOrInstant).toISOString() === dateOrInstant) return dateOrInstant;
  if (!isDate(dateOrInstant)) return instantText(Temporal.Instant.from(dateOrInstant));
  return beginnings(`${dateOrInstant} ${timeZone}`, () =>
    instantText(Temporal.PlainDate.from(dateOrInstant).toZonedDateTime(timeZone).toInstant()),
  );
}

/** The first instant of the office's day; `plus` counts days further. UTC ISO-8601 with milliseconds. */
export function startOfDay(day: string, timeZone: string, plus = 0): string {
  return instantOf(plus === 0 ? day : addDuration(day, `P${plus}D`, { timeZone }), timeZone);
}

/** The last millisecond of the office's day. UTC ISO-8601. */
export function endOfDay(day: string, timeZone: string): string {
  if (day === lastDay) return `${lastDay}T23:59:59.999Z`;
  return new Date(Date.parse(startOfDay(day, timeZone, 1)) - 1).toISOString();
}

/**
 * The date or instant that lies a duration after the given one. Days and longer are those of the local calendar: six
 * months after 10:00 is 10:00, whatever daylight saving does. A date stays a date unless hours are added to it.
 * With `inWorkingDays` the days of the duration are working days. Beyond the years 0 to 9999 it is the first or the last
 * day of these.
 *
 * @example addDuration("2026-01-31", "P1M", { timeZone: "Europe/Paris" }); // "2026-02-28"
 * @throws RangeError when the duration or the start is not ISO-8601
 */
export function addDuration(
  start: string,
  duration: string,
  calendar: Calendar & { readonly inWorkingDays?: boolean },
): string {
  const length = lengthOf(duration);
  if (isDate(start) && !hasTime(length)) {
    const later = () => dayText(plus(Temporal.PlainDate.from(start), length, calendar));
    return calendar.inWorkingDays ? later() : laterDays(`${start} ${duration}`, later);
  }
  const from = isDate(start)
    ? Temporal.PlainDate.from(start).toZonedDateTime(calendar.timeZone)
    : Temporal.Instant.from(start).toZonedDateTimeISO(calendar.timeZone);
  if (!calendar.inWorkingDays) return instantText(from.add(length).toInstant());
  const day = plus(from.toPlainDate(), length, calendar);
  return instantText(
    day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: from.toPlainTime() }).add(timeOf(length)).toInstant(),
  );
}

/** Definitions name few durations, and cases few days, again and again: they are worked out once. */
const lengths = remembered<Temporal.Duration>();
const laterDays = remembered<string>();
const beginnings = remembered<string>();

function lengthOf(duration: string): Temporal.Duration {
  return lengths(duration, () => Temporal.Duration.from(duration));
}

/** What was worked out under a key, at most a thousand of them. */
function remembered<Value>(): (key: string, workOut: () => Value) => Value {
  const known = new Map<string, Value>();
  return (key, workOut) => {
    const value = known.get(key) ?? workOut();
    if (known.size >= 1000) known.clear();
    known.set(key, value);
    return value;
  };
}

function plus(
  date: Temporal.PlainDate,
  length: Temporal.Duration,
  calendar: Calendar & { readonly inWorkingDays?: boolean },
): Temporal.PlainDate {
  const { years, months, weeks, days } = length;
  if (!calendar.inWorkingDays) return date.add({ years, months, weeks, days });
  return addWorkingDays(date.add({ years, months, weeks }), days, calendar);
}

/** Whole weeks are gone in one step, those of their holidays that would have been worked being left to do. */
function addWorkingDays(date: Temporal.PlainDate, days: number, calendar: Calendar): Temporal.PlainDate {
  const given = new Set(calendar.workingDays ?? MONDAY_TO_FRIDAY);
  const worked = new Set(WHOLE_WEEK.filter((day) => given.has(day)));
  if (worked.size === 0) throw new RangeError("The office works on no day of the week.");
  const holidays = new Set(calendar.holidays);
  const isWorked = (day: Temporal.PlainDate) => worked.has(day.dayOfWeek) && !holidays.has(day.toString());
  const way = Math.sign(days);
  let day = date;
  for (let left = Math.abs(days); left > 0; ) {
    const weeks = Math.floor((left - 1) / worked.size);
    const next = day.add({ days: way * Math.max(1, 7 * weeks) });
    if (weeks > 0) left -= weeks * worked.size - holidaysBetween([day, next], { holidays, worked });
    else if (isWorked(next)) left -= 1;
    day = next;
  }
  return day;
}

/** How many holidays would have been worked of the days after the first of the two, up to the second. */
function holidaysBetween(
  [from, to]: readonly [Temporal.PlainDate, Temporal.PlainDate],
  { holidays, worked }: { readonly holidays: ReadonlySet<string>; readonly worked: ReadonlySet<number> },
): number {
  const { compare } = Temporal.PlainDate;
  const way = compare(to, from);
  return [...holidays].filter((holiday) => {
    const day = Temporal.PlainDate.from(holiday);
    return worked.has(day.dayOfWeek) && compare(day, from) === way && compare(day, to) !== way;
  }).length;
}

function hasTime({ hours, minutes, seconds, milliseconds, microseconds, nanoseconds }: Temporal.Duration): boolean {
  return [hours, minutes, seconds, milliseconds, microseconds, nanoseconds].some((part) => part !== 0);
}

function timeOf(length: Temporal.Duration): Temporal.Duration {
  const { hours, minutes, seconds, milliseconds, microseconds, nanoseconds } = length;
  return Temporal.Duration.from({ hours, minutes, seconds, milliseconds, microseconds, nanoseconds });
}

function dayText(date: Temporal.PlainDate): string {
  if (date.year > 9999) return lastDay;
  return date.year < 0 ? FIRST_DAY : date.toString();
}

function instantText(instant: Temporal.Instant): string {
  const text = new Date(instant.epochMilliseconds).toISOString();
  if (text.startsWith("+")) return `${lastDay}T23:59:59.999Z`;
  return text.startsWith("-") ? `${FIRST_DAY}T00:00:00.000Z` : text;
}
