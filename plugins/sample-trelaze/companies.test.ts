import { expect, it } from "vitest";
import { inventedSiret, makeCompanies } from "./companies.ts";
import { Dice } from "./dice.ts";
import { Names } from "./names.ts";
import { seeded } from "./seeded.ts";

/** Luhn's sum, from the right. */
function luhn(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, place) => {
    const weighted = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return sum + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
}

it("makes 350 companies, no two alike", () => {
  const dice = new Dice(seeded(3));
  const companies = makeCompanies(dice, new Names(dice), "2026-11-23");
  expect(new Set(companies.map(({ data }) => data["name"])).size).toBe(350);
  expect(new Set(companies.map(({ data }) => data["siret"])).size).toBe(350);
});

it.each([0, 1, 49, 349])("invents a SIRET that passes the checks and that nobody has (%i)", (n) => {
  const siret = inventedSiret(n);
  expect(siret).toMatch(/^000\d{11}$/);
  expect(luhn(siret) % 10).toBe(0);
  expect(luhn(siret.slice(0, 9)) % 10).toBe(0);
});
