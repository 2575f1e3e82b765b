import { expect, it } from "vitest";
import { occupations } from "./occupations.ts";
import { trades } from "./trades.ts";

it("names each occupation of the starter list once, with titles and skills", () => {
  expect(new Set(occupations.map(({ code }) => code)).size).toBe(occupations.length);
  expect(occupations.every(({ appellations, skills }) => appellations.length > 0 && skills.length > 1)).toBe(true);
});

it("leads only to occupations that the list has", () => {
  const codes = new Set(occupations.map(({ code }) => code));
  const named = [...occupations.flatMap(({ close }) => close), ...trades.flatMap((trade) => trade.occupations)];
  expect(named.filter((code) => !codes.has(code))).toEqual([]);
});
