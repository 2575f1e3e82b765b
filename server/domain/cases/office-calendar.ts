import joursFeries from "@socialgouv/jours-feries";
import type { Calendar } from "../../engine/time/calendar.ts";
import type { OfficeDefinition } from "../../plugin-api/record-type-definition.ts";

/** Years around now that a timer may reach into. */
const years = [-1, 0, 1, 2];

/** Where the office is and when it works. @param now UTC ISO-8601. */
export function officeCalendar(office: Pick<OfficeDefinition, "timeZone" | "workingDays">, now: string): Calendar {
  const { timeZone, workingDays } = office;
  if (workingDays === undefined) return { timeZone };
  const holidays = workingDays.holidays === "FR" ? frenchHolidays(Number(now.slice(0, 4))) : [];
  return { timeZone, workingDays: workingDays.days, holidays };
}

function frenchHolidays(year: number): readonly string[] {
  return years.flatMap((offset) => Object.values(joursFeries(year + offset)).map(localDate));
}

function localDate(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
