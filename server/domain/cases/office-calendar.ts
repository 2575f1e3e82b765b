import joursFeries from "@socialgouv/jours-feries";
import type { Calendar } from "../../engine/time/calendar.ts";
import type { OfficeDefinition } from "../../plugin-api/office-definition.ts";

/** Years around now whose holidays are known; further away no day but those of the week off is left out. */
const years = [-2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

type OfficeDays = Pick<OfficeDefinition, "timeZone" | "workingDays">;

/** Calendars by the definition that they were worked out for, which a publication replaces, and by the year. */
const known = new WeakMap<OfficeDays, { readonly year: string; readonly calendar: Calendar }>();

/** Where the office is and when it works. @param now UTC ISO-8601. */
export function officeCalendar(office: OfficeDays, now: string): Calendar {
  const year = now.slice(0, "2026".length);
  const last = known.get(office);
  if (last?.year === year) return last.calendar;
  const calendar = calendarOf(office, Number(year));
  known.set(office, { year, calendar });
  return calendar;
}

function calendarOf({ timeZone, workingDays }: OfficeDays, year: number): Calendar {
  if (workingDays === undefined) return { timeZone };
  const holidays = workingDays.holidays === "FR" ? frenchHolidays(year) : [];
  return { timeZone, workingDays: workingDays.days, holidays };
}

function frenchHolidays(year: number): readonly string[] {
  return years.flatMap((offset) => Object.values(joursFeries(year + offset)).map(localDate));
}

function localDate(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
