import { expect, test } from "vitest";
import { daysOf, monthsOf, partOfMonth, periodBefore, wholeMonths } from "./period.ts";

const eighteenMonths = { from: "2024-10-15", to: "2026-04-14" };

test("months from one end to the other, over the turn of the year", () => {
  expect(monthsOf({ from: "2025-11-30", to: "2026-02-01" })).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
  expect(monthsOf(eighteenMonths)).toHaveLength(19);
});

test("the first and last month are cut to the period", () => {
  expect(partOfMonth(eighteenMonths, "2024-10")).toEqual({ from: "2024-10-15", to: "2024-10-31" });
  expect(partOfMonth(eighteenMonths, "2026-02")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  expect(partOfMonth(eighteenMonths, "2026-04")).toEqual({ from: "2026-04-01", to: "2026-04-14" });
});

test("whole months are told from other lengths", () => {
  expect(wholeMonths(eighteenMonths)).toBe(18);
  expect(wholeMonths({ from: "2026-01-01", to: "2026-12-31" })).toBe(12);
  expect(wholeMonths({ from: "2026-01-01", to: "2026-01-30" })).toBeNull();
});

test("the period before is as long, and ends on the eve", () => {
  expect(periodBefore({ from: "2026-01-01", to: "2026-12-31" })).toEqual({ from: "2025-01-01", to: "2025-12-31" });
  const weeks = { from: "2026-03-10", to: "2026-03-23" };
  expect(periodBefore(weeks)).toEqual({ from: "2026-02-24", to: "2026-03-09" });
  expect(daysOf(periodBefore(weeks))).toBe(daysOf(weeks));
});

test("the period before one that began on the 31st began on a day that its month has not", () => {
  expect(periodBefore({ from: "2026-01-31", to: "2026-03-30" })).toEqual({ from: "2025-11-30", to: "2026-01-30" });
});
