import { describe, expect, it } from "vitest";
import type { GuardDefinition } from "../../../plugin-api/workflow-definition.ts";
import { blind, evaluate, input } from "../../testing/loan-rule.ts";

describe("date", () => {
  const rule = (params: object): GuardDefinition => ({ type: "date", params: { ...params } });

  it.each([
    ["case.dueOn", "onOrAfter", "today", true],
    ["case.dueOn", "after", "today", false],
    ["case.dueOn", "before", "today+P1D", true],
    ["case.dueOn", "onOrBefore", "2026-03-09", false],
    ["event.returnedOn", "onOrAfter", "case.dueOn+P1M-P1M", true],
    ["member.cardUntil", "after", "today+P6M+P1W", true],
    ["case.dueOn", "after", "today-P26Y", true],
    ["case.dueOn+P9999Y", "after", "today", true],
    ["case.dueOn", "after", "today-P9999Y", true],
  ])("%s is %s %s: %s", (field, is, than, ok) => {
    expect(evaluate(rule({ field, is, than })).ok).toBe(ok);
  });

  it("takes the local day of an instant", () => {
    const late = { ...input, case: { at: "2026-03-10T23:30:00.000Z" } };
    expect(evaluate(rule({ field: "case.at", is: "after", than: "today" }), late).ok).toBe(true);
  });

  it("says the date as its reader writes it", () => {
    const blocked = rule({ field: "case.dueOn", is: "after", than: "today+P1M" });
    expect(evaluate(blocked).reasons).toMatchObject([{ message: "“dueOn” must be after 2026-04-10.", field: "dueOn" }]);
    expect(evaluate(blocked, { ...input, language: "fr" }).reasons).toMatchObject([
      { message: "« dueOn » doit être après le 10/04/2026." },
    ]);
  });

  it("blocks on a missing date, unless it is let pass", () => {
    const params = { field: "case.returnedOn", is: "before", than: "today" };
    expect(evaluate(rule(params)).reasons).toMatchObject([{ code: "date-missing", field: "returnedOn" }]);
    expect(evaluate(rule({ ...params, missing: "pass" })).ok).toBe(true);
  });

  it("cannot be known while either side is in the form", () => {
    expect(evaluate(rule({ field: "event.returnedOn", is: "before", than: "today" }), blind).ok).toBeNull();
    expect(evaluate(rule({ field: "case.dueOn", is: "before", than: "event.returnedOn" }), blind).ok).toBeNull();
  });

  it("blocks with a sentence when it is badly written", () => {
    expect(evaluate(rule({ field: "dueOn", is: "near", than: "soon" })).reasons).toMatchObject([
      { code: "rule-failed" },
    ]);
  });
});
