import { expect, test } from "vitest";
import { readCell } from "./read-cell.ts";

const size = {
  type: "string",
  enum: ["0", "1-9", "10-19", "250+"],
  "x-labels": { "0": { fr: "Aucun", en: "None" }, "10-19": { fr: "10 à 19 personnes", en: "10 to 19 people" } },
  "x-bands": { "0": [0, 0], "1-9": [1, 9], "10-19": [10, 19], "250+": [250, 10_000_000] },
} as const;

test.each([
  ["10 à 19", "10-19"],
  ["12", "10-19"],
  ["1 ou 2 personnes", "1-9"],
  ["1 250 personnes", "250+"],
  ["500 et plus", "250+"],
  ["aucun", "0"],
])("reads « %s » as the band that holds its numbers", (cell, value) => {
  expect(readCell(cell, size, "Europe/Paris")).toEqual({ value });
});

test.each(["5 à 15", "beaucoup"])("refuses « %s », which no band holds", (cell) => {
  expect(readCell(cell, size, "Europe/Paris")).toHaveProperty("fault.fr", expect.stringContaining("10 à 19 personnes"));
});

test.each([
  ["2026-11-23 10:12:33", "2026-11-23T09:12:33.000Z"],
  ["23/11/2026 10:12", "2026-11-23T09:12:00.000Z"],
  ["2026-11-23T09:12:33.000Z", "2026-11-23T09:12:33.000Z"],
  ["31/02/2026 10:12", "31/02/2026 10:12"],
  ["soon", "soon"],
])("reads « %s » as a time of the office's clocks, where it is one", (cell, value) => {
  expect(readCell(cell, { type: "string", format: "date-time" }, "Europe/Paris")).toEqual({ value });
});
