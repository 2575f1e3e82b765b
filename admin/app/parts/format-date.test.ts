import { describe, expect, test } from "vitest";
import {
  type DateSetting,
  dayOf,
  daysUntil,
  formatAge,
  formatDay,
  formatExact,
  formatMonths,
  formatRelative,
  formatSince,
} from "./format-date.ts";

const french: DateSetting = { language: "fr", timeZone: "Europe/Paris", today: "2026-11-23" };

describe("dates in words", () => {
  test("a day of this year has its weekday and no year", () => {
    expect(formatDay("2026-11-23", french)).toBe("lun. 23 nov.");
  });

  test("a day of another year has its year", () => {
    expect(formatDay("2025-03-02", french)).toBe("2 mars 2025");
  });

  test("an instant late in the evening is the next day at the office", () => {
    expect(dayOf("2026-11-22T23:30:00.000Z", "Europe/Paris")).toBe("2026-11-23");
    expect(daysUntil("2026-11-22T23:30:00.000Z", french)).toBe(0);
  });

  test("near days are told by their distance, far ones by their date", () => {
    expect(formatRelative("2026-11-23", french)).toBe("aujourd’hui");
    expect(formatRelative("2026-11-20", french)).toBe("il y a 3 jours");
    expect(formatRelative("2026-09-01", french)).toBe("mar. 1er sept.");
  });

  test("the exact instant is told in the office's time zone", () => {
    expect(formatExact("2026-11-23T13:05:00.000Z", french)).toBe("lundi 23 novembre 2026 à 14:05");
    expect(formatExact("2026-11-23", { ...french, language: "en" })).toBe("Monday, 23 November 2026");
  });

  test("how long it has been goes from days to years", () => {
    const spoken = ["2026-11-20", "2026-05-20", "2023-05-20"].map((day) =>
      formatSince(day, french).replace(/\s/g, " "),
    );
    expect(spoken).toEqual(["3 jours", "6 mois", "3 ans"]);
  });

  test("months of experience are told in years and months", () => {
    expect([0, 7, 12, 136].map((months) => formatMonths(months, "fr").replace(/\s/g, " "))).toEqual([
      "0 mois",
      "7 mois",
      "1 an",
      "11 ans et 4 mois",
    ]);
  });

  test("nobody is a year older before the birthday", () => {
    expect(formatAge("1998-11-23", french).replace(/\s/g, " ")).toBe("28 ans");
    expect(formatAge("1998-11-24", french).replace(/\s/g, " ")).toBe("27 ans");
  });
});
