import { expect, test } from "vitest";
import { fromOfficeTime, toOfficeTime } from "./zoned-instant.ts";

test.each([
  ["2026-01-15", "09:30", "2026-01-15T08:30:00.000Z"],
  ["2026-07-15", "09:30", "2026-07-15T07:30:00.000Z"],
  ["2026-10-25", "12:00", "2026-10-25T11:00:00.000Z"],
  ["2026-03-29", "08:00", "2026-03-29T06:00:00.000Z"],
])("%s at %s in Paris is %s", (day, time, instant) => {
  expect(fromOfficeTime(day, time, "Europe/Paris")).toBe(instant);
  expect(toOfficeTime(instant, "Europe/Paris")).toEqual({ day, time });
});

test("what is no time of day is no instant", () => {
  expect(fromOfficeTime("2026-03-29", "", "Europe/Paris")).toBeNull();
  expect(fromOfficeTime("31/31", "08:00", "Europe/Paris")).toBeNull();
});
