import { Temporal } from "temporal-polyfill";

/** A day as `YYYY-MM-DD`: days compare as texts. */
export type Day = string;

/** Holidays that fall on the same day every year. */
const holidays = new Set(["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"]);

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
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
