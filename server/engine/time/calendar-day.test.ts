import { expect, it } from "vitest";
import { isCalendarDay } from "./calendar-day.ts";

it("takes a day only when the calendar has it", () => {
  expect(["2026-02-28", "2024-02-29", "2000-02-29", "9999-12-31"].filter((text) => !isCalendarDay(text))).toEqual([]);
  const wrong = ["2026-02-29", "1900-02-29", "2026-2-8", "2026-13-01", "2026-00-10", "2026-04-00", "20260101", ""];
  expect(wrong.filter(isCalendarDay)).toEqual([]);
});
