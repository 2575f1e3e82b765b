import { expect, it } from "vitest";
import { addDays, addMonths, after, before, daysBetween, weekday, workday } from "./office-days.ts";

it("counts days and months over the ends of months and years", () => {
  expect(addDays("2026-12-30", 3)).toBe("2027-01-02");
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2026-08-31", -6)).toBe("2026-02-28");
  expect(addMonths("2026-11-23", -18)).toBe("2025-05-23");
  expect(daysBetween("2026-03-01", "2026-02-01")).toBe(-28);
});

it("knows the days of the week", () => {
  expect(weekday("2026-11-23")).toBe(1);
  expect(weekday("2026-11-29")).toBe(7);
});

it("steps over weekends and holidays", () => {
  expect(workday("2026-11-28")).toBe("2026-11-30");
  expect(after("2026-11-10", 1)).toBe("2026-11-12");
  expect(before("2026-05-04", 1)).toBe("2026-04-30");
});
