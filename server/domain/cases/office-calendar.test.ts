import { expect, test } from "vitest";
import { addDuration } from "../../engine/time/calendar.ts";
import { officeCalendar } from "./office-calendar.ts";

const office = { timeZone: "Europe/Paris", workingDays: { days: [1, 2, 3, 4, 5], holidays: "FR" as const } };
const now = "2026-03-02T08:00:00.000Z";

test("working days leave out weekends and French public holidays, also those of years to come", () => {
  const calendar = { ...officeCalendar(office, now), inWorkingDays: true };
  // Good Friday is worked, Easter Monday is not.
  expect(addDuration("2026-04-03", "P1D", calendar)).toBe("2026-04-07");
  // 14 July 2031 is a Monday.
  expect(addDuration("2031-07-11", "P1D", calendar)).toBe("2031-07-15");
  expect(addDuration("2026-05-11", "-P2D", calendar)).toBe("2026-05-06");
});

test("the calendar of an office changes with its definition and with the year", () => {
  const calendar = officeCalendar(office, now);
  expect(officeCalendar(office, "2026-12-31T08:00:00.000Z")).toBe(calendar);
  expect(officeCalendar(office, "2040-03-02T08:00:00.000Z").holidays).toContain("2040-12-25");
  expect(officeCalendar({ timeZone: "Europe/Paris" }, now)).toEqual({ timeZone: "Europe/Paris" });
});
