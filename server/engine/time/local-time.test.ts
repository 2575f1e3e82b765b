import { expect, test } from "vitest";
import { instantAt, localTime } from "./local-time.ts";

test.each([
  ["2026-03-31T22:30:15.999Z", "2026-04-01T00:30:15", "2026-03-31T22:30:15.000Z"],
  ["2026-11-23T09:05:00.000Z", "2026-11-23T10:05:00", "2026-11-23T09:05:00.000Z"],
])("tells the time of the office's clocks at %s, and goes back from it", (instant, time, again) => {
  expect(localTime(instant, "Europe/Paris")).toBe(time);
  expect(instantAt(time, "Europe/Paris")).toBe(again);
});

test("knows no 30th of February", () => {
  expect(() => instantAt("2026-02-30T10:00", "Europe/Paris")).toThrow(RangeError);
});
