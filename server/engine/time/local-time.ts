import { Temporal } from "temporal-polyfill";

/**
 * What the clocks of the office showed at an instant, to the second and without an offset.
 *
 * @example localTime("2026-03-31T22:30:00.000Z", "Europe/Paris"); // "2026-04-01T00:30:00"
 */
export function localTime(instant: string, timeZone: string): string {
  const time = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return time.toString({ smallestUnit: "second", roundingMode: "trunc" });
}

/**
 * The instant at which the clocks of the office showed that time, the first one where they showed it twice. UTC
 * ISO-8601 with milliseconds.
 *
 * @throws RangeError when it is no day or no time
 * @example instantAt("2026-04-01T00:30", "Europe/Paris"); // "2026-03-31T22:30:00.000Z"
 */
export function instantAt(time: string, timeZone: string): string {
  const zoned = Temporal.PlainDateTime.from(time, { overflow: "reject" }).toZonedDateTime(timeZone);
  return new Date(zoned.epochMilliseconds).toISOString();
}
