import { describe, expect, it } from "vitest";
import { isDay, isInstant, normalInstant, startOfDay, suits } from "./filter-value.ts";

describe("the start of a day", () => {
  it("is the local midnight, in winter, in summer and on the day of the change", () => {
    expect(startOfDay("2026-01-15", "Europe/Paris")).toBe("2026-01-14T23:00:00.000Z");
    expect(startOfDay("2026-07-15", "Europe/Paris")).toBe("2026-07-14T22:00:00.000Z");
    expect(startOfDay("2026-03-29", "Europe/Paris", 1)).toBe("2026-03-29T22:00:00.000Z");
    expect(startOfDay("2026-12-31", "Pacific/Auckland", 1)).toBe("2026-12-31T11:00:00.000Z");
  });
});

describe("a value of a filter", () => {
  it("is a day only when the calendar has it", () => {
    expect(["2026-02-28", "2024-02-29"].every(isDay)).toBe(true);
    expect(["2026-02-29", "2026-2-8", "2026-13-01", "20260101", ""].some(isDay)).toBe(false);
  });

  it("is an instant only with its offset, and is compared in UTC", () => {
    expect(["2026-02-28T10:00Z", "2026-02-28T10:00:00.123+01:00"].every(isInstant)).toBe(true);
    expect(["2026-02-28T10:00", "2026-02-28", "10:00Z", "2026-02-28T25:00Z", "2026-02-30T10:00Z"].some(isInstant)).toBe(
      false,
    );
    expect(normalInstant("2026-02-28T10:00:00+01:00")).toBe("2026-02-28T09:00:00.000Z");
  });

  it("suits its field by its type", () => {
    expect(suits("number", 3)).toBe(true);
    expect(suits("number", "3")).toBe(false);
    expect(suits("boolean", 0)).toBe(false);
    expect(suits("text", "œuvre")).toBe(true);
    expect(suits("text", "a\0")).toBe(false);
    expect(suits("text", "\ud83d")).toBe(false);
    expect(suits("instant", "2026-02-28")).toBe(true);
    expect(suits("day", "2026-02-28T10:00Z")).toBe(false);
  });
});
