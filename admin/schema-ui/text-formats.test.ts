import { describe, expect, test } from "vitest";
import {
  compactPhone,
  formatMoney,
  formatPhone,
  formatSiret,
  formatTypedDate,
  parseMoney,
  parseNumber,
  parseTypedDate,
  parseTypedTime,
  slashed,
} from "./text-formats.ts";

describe("what people type", () => {
  test("a telephone number is grouped as it grows and kept without its spaces", () => {
    expect(formatPhone("06123")).toBe("06 12 3");
    expect(formatPhone("0612345678")).toBe("06 12 34 56 78");
    expect(formatPhone("+49 30 1234567")).toBe("+49 30 1234567");
    expect(compactPhone("+33 6 12 34 56 78")).toBe("0612345678");
  });

  test("a SIRET is grouped and never longer than it may be", () => {
    expect(formatSiret("123456789000125")).toBe("123 456 789 00012");
  });

  test("numbers take a comma or a point, and what is no number is left for the check", () => {
    expect(parseNumber("1 250,5")).toBe(1250.5);
    expect(parseNumber("12.5")).toBe(12.5);
    expect(parseNumber("")).toBeNull();
    expect(parseNumber("douze")).toBe("douze");
    expect(parseNumber("1e5")).toBe("1e5");
  });

  test("money is euros for people and whole cents for the record", () => {
    expect(parseMoney("19,90 €")).toBe(1990);
    expect(parseMoney("0,1")).toBe(10);
    expect(formatMoney(125_000, "fr").replace(/\s/g, " ")).toBe("1 250 €");
  });

  test.each([
    ["23/11/2026", "2026-11-23"],
    ["23112026", "2026-11-23"],
    ["231126", "2026-11-23"],
    ["3.4.88", "1988-04-03"],
    ["23/11", "2026-11-23"],
    ["29/02/2027", "29/02/2027"],
    ["demain", "demain"],
    ["", null],
  ])("%s is read as %s", (typed, day) => {
    expect(parseTypedDate(typed, "2026-06-01")).toBe(day);
  });

  test.each([
    ["9h30", "09:30"],
    ["09:30", "09:30"],
    ["930", "09:30"],
    ["14", "14:00"],
    ["9 h", "09:00"],
    ["25:00", "25:00"],
    ["", null],
  ])("%s is the time %s", (typed, time) => {
    expect(parseTypedTime(typed)).toBe(time);
  });

  test("slashes come by themselves while typing, and go away with what is erased", () => {
    expect(slashed("23", "2")).toBe("23/");
    expect(slashed("23", "23/")).toBe("23");
    expect(slashed("23/11", "23/1")).toBe("23/11/");
  });

  test("a kept day is shown as it is typed", () => {
    expect(formatTypedDate("2026-11-23")).toBe("23/11/2026");
    expect(formatTypedDate("31/02/2026")).toBe("31/02/2026");
  });
});
