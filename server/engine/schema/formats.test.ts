import { describe, expect, it } from "vitest";
import { formats } from "./formats.ts";

const right = {
  date: ["2026-02-28", "2024-02-29", "2000-02-29", "1900-12-31"],
  time: ["00:00", "23:59", "14:30:05"],
  "date-time": ["2026-03-31T14:30:00Z", "2026-03-31T14:30Z", "2026-03-31T14:30:00.123+02:00"],
  duration: ["P30D", "-P7D", "PT2H30M", "P1Y2M3W4DT5H"],
  email: ["anne@library.test", "jean.d'arc+x@sous.exemple.fr", "élodie@exemple.fr"],
  phone: [
    "06 12 34 56 78",
    "0612345678",
    "+33 6 12 34 56 78",
    "+33 (0)6 12 34 56 78",
    "02.41.33.74.74",
    "0033241337474",
    "+44 20 7946 0958",
    "3949",
    "15",
  ],
  siret: ["732 829 320 00074", "73282932000074", "35600000000048", "35600000049837"],
  "postal-code": ["49800", "01000", "97400", "20000", "98800"],
  "insee-commune": ["49353", "2A004", "2B033", "97411", "01001"],
  uri: ["https://exemple.fr/a?b=c", "http://localhost:3000"],
  regex: ["^a+$", "\\p{L}"],
};

const wrong = {
  date: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "31/12/2026", "2026-03-31T00:00:00Z", ""],
  time: ["24:00", "9:30", "12:60", "12h30"],
  "date-time": [
    "2026-03-31",
    "2026-02-30T10:00:00Z",
    "2026-03-31 14:30:00Z",
    "2026-03-31T14:30:00",
    "2026-03-31T25:00:00Z",
  ],
  duration: ["P", "30D", "P1.5D", "PT"],
  email: ["anne", "anne@", "anne@library", "a b@library.test", "@library.test", "anne@-x.fr"],
  phone: ["06 12 34 56", "012345678901", "phone", "00 12", "06 12 34 56 7a"],
  siret: ["73282932000075", "7328293200007", "ABCDEFGHIJKLMN", "35600000000049"],
  "postal-code": ["4980", "00100", "99000", "498000", "2A004"],
  "insee-commune": ["4935", "2C004", "00001", "96001"],
  uri: ["exemple.fr", "javascript:alert(1)", "https://"],
  regex: ["(", "[z-a]"],
};

describe("formats", () => {
  it.each(Object.entries(right))("%s takes %j", (format, texts) => {
    expect(texts.filter((text) => !formats[format]?.(text))).toEqual([]);
  });

  it.each(Object.entries(wrong))("%s refuses %j", (format, texts) => {
    expect(texts.filter((text) => formats[format]?.(text))).toEqual([]);
  });

  it("has every format tried here, and no other", () => {
    expect(Object.keys(formats).sort()).toEqual(Object.keys(right).sort());
  });
});
