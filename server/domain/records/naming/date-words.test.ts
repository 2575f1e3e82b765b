import { describe, expect, it } from "vitest";
import { dateWords } from "./date-words.ts";

const french = { language: "fr", timeZone: "Europe/Paris", today: "2026-11-23" } as const;
const english = { ...french, language: "en" } as const;
const plain = (text: string) => text.replace(/\s/g, " ");

describe("dateWords", () => {
  it("tells how long ago a day was", () => {
    const days = ["2026-11-23", "2026-11-22", "2026-11-11", "2026-06-01", "2023-11-01", "2026-12-24"];
    expect(days.map((day) => plain(dateWords(day, "age", french)))).toEqual([
      "moins d’un jour",
      "1 jour",
      "12 jours",
      "5 mois",
      "3 ans",
      "moins d’un jour",
    ]);
    expect(dateWords("2026-11-11", "age", english)).toBe("12 days");
  });

  it("tells the day, with the year when it is another one", () => {
    expect(plain(dateWords("2026-11-10", "day", french))).toBe("10 nov.");
    expect(plain(dateWords("2025-11-10", "day", english))).toBe("10 Nov 2025");
  });

  it("tells the day and the time of an instant by the office's clock", () => {
    expect(plain(dateWords("2026-11-10T23:30:00.000Z", "day", french))).toBe("11 nov.");
    expect(dateWords("2026-11-10T13:30:00.000Z", "time", french)).toBe("14:30");
  });

  it("says nothing of what is no date, and no time of a day", () => {
    expect(dateWords("soon", "day", french)).toBe("");
    expect(dateWords("2026-11-10", "time", french)).toBe("");
  });
});
