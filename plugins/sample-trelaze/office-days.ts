/** A day as `YYYY-MM-DD`: days compare as texts. */
export type Day = string;

const millisecondsInADay = 86_400_000;

/** Holidays that fall on the same day every year. */
const holidays = new Set(["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"]);

/** That many days later, or earlier for a negative number; not only working days. */
export function addDays(day: Day, days: number): Day {
  return dayOf(numberOf(day) + days);
}

/** The same day of another month, or the last of that month where it has none: 31 January, and a month, is 28 February. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, last)) / millisecondsInADay);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: Day): number {
  // The days count from a Thursday.
  return ((numberOf(day) + 3) % 7) + 1;
}

/** Negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** The first working day from then on. */
export function workday(day: Day): Day {
  let next = day;
  while (!isWorked(next)) next = addDays(next, 1);
  return next;
}

/** The first working day at least that many days later. */
export function after(day: Day, days: number): Day {
  return workday(addDays(day, days));
}

/** The last working day at least that many days earlier. */
export function before(day: Day, days: number): Day {
  let previous = addDays(day, -days);
  while (!isWorked(previous)) previous = addDays(previous, -1);
  return previous;
}

function isWorked(day: Day): boolean {
  return weekday(day) <= 5 && !holidays.has(day.slice(5));
}

/** Days since 1 January 1970. */
function numberOf(day: Day): number {
  return Date.parse(day) / millisecondsInADay;
}

function dayOf(number: number): Day {
  return new Date(number * millisecondsInADay).toISOString().slice(0, 10);
}
