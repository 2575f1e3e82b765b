/** One whole day of a calendar. */
export interface DayEvent {
  /** The same at every export: what reads the calendar knows it again. */
  readonly id: string;
  /** Local day, ISO. */
  readonly day: string;
  readonly title: string;
}

/** The calendar as RFC 5545 wants it: text escaped, lines of 75 bytes at most, each ended by CR LF. */
export function calendarText(name: string, events: readonly DayEvent[], now: string): string {
  const stamp = `${now.replaceAll(/[-:]|\.\d+/g, "")}`;
  const lines = events.flatMap(({ id, day, title }) => [
    "BEGIN:VEVENT",
    `UID:${id}@passerelle`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
    `SUMMARY:${escaped(title)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const whole = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Passerelle//calendar-export//FR",
    `X-WR-CALNAME:${escaped(name)}`,
    ...lines,
    "END:VCALENDAR",
  ];
  return whole.map((line) => `${folded(line)}\r\n`).join("");
}

const escaped = (text: string) => text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r?\n/g, "\\n");

/** A longer line goes on after a space; never in the middle of a character. */
function folded(line: string): string {
  let out = "";
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > 75) {
      out += "\r\n ";
      bytes = 1;
    }
    out += character;
    bytes += size;
  }
  return out;
}
