import { expect, test } from "vitest";
import { clockChangeAt, fromOfficeTime, toOfficeTime } from "./zoned-instant.ts";

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

test.each([
  ["2026-03-29", "02:30", "skipped", "2026-03-29T01:30:00.000Z"],
  ["2026-10-25", "02:30", "twice", "2026-10-25T00:30:00.000Z"],
  ["2026-10-25", "03:00", null, "2026-10-25T02:00:00.000Z"],
  ["2026-10-25", "01:30", null, "2026-10-24T23:30:00.000Z"],
  ["2026-11-24", "09:30", null, "2026-11-24T08:30:00.000Z"],
])("%s at %s, which the change of the clocks skips or has twice, was taken without a word", (day, time, change, at) => {
  expect(clockChangeAt(day, time, "Europe/Paris")).toBe(change);
  expect(fromOfficeTime(day, time, "Europe/Paris")).toBe(at);
});
