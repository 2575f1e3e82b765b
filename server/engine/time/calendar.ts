import { Temporal } from "temporal-polyfill";

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
const DURATION =
  /^[-+]?P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:[.,]\d{1,9})?S)?)?$/;
/** As `Date` writes it, so that nothing needs to be read to write it again. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const WHOLE_WEEK = [1, 2, 3, 4, 5, 6, 7];

/**
 * The office's local day of an instant, ISO.
 *
 * @example localDay("2026-03-31T22:30:00.000Z", "Europe/Paris"); // "2026-04-01"
 */
export function localDay(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Whether the text is a date without a time. */
export function isDate(text: string): boolean {
  return DATE.test(text);
}

/** Whether the text is an ISO-8601 duration, such as `P6M`, `-P7D` or `PT2H`. */
export function isDuration(text: string): boolean {
  return DURATION.test(text);
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

/**
 * The date or instant that lies a duration after the given one. Days and longer are those of the local calendar: six
 * months after 10:00 is 10:00, whatever daylight saving does. A date stays a date unless hours are added to it.
 * With `inWorkingDays` the days of the duration are working days.
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
    const later = () => plus(Temporal.PlainDate.from(start), length, calendar).toString();
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

function addWorkingDays(date: Temporal.PlainDate, days: number, calendar: Calendar): Temporal.PlainDate {
  const worked = new Set(calendar.workingDays ?? MONDAY_TO_FRIDAY);
  if (!WHOLE_WEEK.some((day) => worked.has(day))) throw new RangeError("The office works on no day of the week.");
  const holidays = new Set(calendar.holidays ?? []);
  let day = date;
  for (let left = Math.abs(days); left > 0; ) {
    day = day.add({ days: Math.sign(days) });
    if (worked.has(day.dayOfWeek) && !holidays.has(day.toString())) left -= 1;
  }
  return day;
}

function hasTime({ hours, minutes, seconds, milliseconds, microseconds, nanoseconds }: Temporal.Duration): boolean {
  return [hours, minutes, seconds, milliseconds, microseconds, nanoseconds].some((part) => part !== 0);
}

function timeOf(length: Temporal.Duration): Temporal.Duration {
  const { hours, minutes, seconds, milliseconds, microseconds, nanoseconds } = length;
  return Temporal.Duration.from({ hours, minutes, seconds, milliseconds, microseconds, nanoseconds });
}

function instantText(instant: Temporal.Instant): string {
  return new Date(instant.epochMilliseconds).toISOString();
}
