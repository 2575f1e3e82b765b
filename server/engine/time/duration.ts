/** Numbers short enough that ten thousand years and such a duration stay within what calendars can reckon. */
const DURATION =
  /^[-+]?P(?=\d|T\d)(?:\d{1,4}Y)?(?:\d{1,5}M)?(?:\d{1,5}W)?(?:\d{1,5}D)?(?:T(?=\d)(?:\d{1,9}H)?(?:\d{1,9}M)?(?:\d{1,9}(?:[.,]\d{1,9})?S)?)?$/;

/** Whether the text is an ISO-8601 duration, such as `P6M`, `-P7D` or `PT2H`, of at most 9999 years or 99999 days. */
export function isDuration(text: string): boolean {
  return DURATION.test(text);
}
