/** The day and the time of day at the office of an instant. */
export function toOfficeTime(instant: string, timeZone: string): { readonly day: string; readonly time: string } {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return { day: `${part("year")}-${part("month")}-${part("day")}`, time: `${part("hour")}:${part("minute")}` };
}

/**
 * The instant, in UTC, at which clocks at the office show that day and time, the first where they show it twice; null
 * when they are no day and time.
 */
export function fromOfficeTime(day: string, time: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  const guess = asUtc - offsetAt(asUtc, timeZone);
  const found = asUtc - offsetAt(guess, timeZone);
  return new Date(shows(found - hour, { day, time }, timeZone) ? found - hour : found).toISOString();
}

/** What the change of the clocks makes of a time of that day: `skipped` where no clock shows it, `twice` where they do so twice. */
export function clockChangeAt(day: string, time: string, timeZone: string): "skipped" | "twice" | null {
  const instant = fromOfficeTime(day, time, timeZone);
  if (instant === null) return null;
  const at = Date.parse(instant);
  if (!shows(at, { day, time }, timeZone)) return "skipped";
  return shows(at + hour, { day, time }, timeZone) ? "twice" : null;
}

const hour = 3_600_000;

function shows(instant: number, wanted: { readonly day: string; readonly time: string }, timeZone: string): boolean {
  const shown = toOfficeTime(new Date(instant).toISOString(), timeZone);
  return shown.day === wanted.day && shown.time === wanted.time;
}

function offsetAt(instant: number, timeZone: string): number {
  const { day, time } = toOfficeTime(new Date(instant).toISOString(), timeZone);
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(instant / 60_000) * 60_000;
}
