/** The office's days: where it is, and when it works. */
export interface Calendar {
  /** IANA name. */
  readonly timeZone: string;
  /** Days that are worked, 1 = Monday … 7 = Sunday. Monday to Friday without it. */
  readonly workingDays?: readonly number[];
  /** Public holidays, ISO dates. */
  readonly holidays?: readonly string[];
}

/** The office's local day of an instant, ISO. */
export function localDay(_instant: string, _timeZone: string): string {
  throw new Error("not built yet");
}

/**
 * The date or instant that lies a duration after the given one. Days and longer are those of the local calendar: six
 * months after 10:00 is 10:00, whatever daylight saving does. A date stays a date unless hours are added to it.
 * With `inWorkingDays` the days of the duration are working days.
 * @throws RangeError when the duration or the start is not ISO-8601
 */
export function addDuration(
  _start: string,
  _duration: string,
  _calendar: Calendar & { readonly inWorkingDays?: boolean },
): string {
  throw new Error("not built yet");
}

/** The instant that a date begins at in the time zone; an instant as it is. UTC ISO-8601. */
export function instantOf(_dateOrInstant: string, _timeZone: string): string {
  throw new Error("not built yet");
}

/** Whether the text is an ISO-8601 duration, such as `P6M`, `-P7D` or `PT2H`. */
export function isDuration(_text: string): boolean {
  throw new Error("not built yet");
}
