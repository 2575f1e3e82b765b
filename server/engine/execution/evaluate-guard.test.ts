import { describe, expect, it } from "vitest";
import type { GuardContribution } from "../../plugin-api/contributions/index.ts";
import type { GuardDefinition } from "../../plugin-api/workflow-definition.ts";
import { blind, evaluate, input } from "../testing/loan-rule.ts";

describe("schema", () => {
  const rule = (schema: object, params: object = {}): GuardDefinition => ({
    type: "schema",
    params: { schema, ...params },
  });

  it("reads the case, the event, the day and related records two steps deep", () => {
    const schema = {
      properties: {
        case: { properties: { shelf: { const: "B2" } } },
        record: { required: ["dueOn"] },
        event: { required: ["note"] },
        today: { const: "2026-03-10" },
        member: { properties: { town: { properties: { name: { const: "Angers" } } } } },
      },
      required: ["case", "event", "member"],
    };
    expect(evaluate(rule(schema))).toEqual({ rule: "schema", ok: true, reasons: [] });
  });

  it("says what is wrong, where, with what was expected and found", () => {
    expect(evaluate(rule({ properties: { case: { properties: { fine: { maximum: 200 } } } } }))).toEqual({
      rule: "schema",
      ok: false,
      expected: "maximum",
      actual: 250,
      reasons: [{ code: "rule", message: "At most 200.", field: "fine" }],
    });
  });

  it("uses the definition's words, code, field and way out once, whatever is wrong", () => {
    const params = {
      code: "no-card",
      field: "memberId",
      message: { fr: "La carte de {member.name} manque.", en: "The card of {member.name} is missing." },
      unblock: { title: { fr: "Voir {title}", en: "See {title}" }, path: "/members/{memberId}" },
    };
    const schema = { properties: { case: { required: ["card", "number"] } } };
    expect(evaluate(rule(schema, params)).reasons).toEqual([
      {
        code: "no-card",
        field: "memberId",
        message: "The card of Ada is missing.",
        unblock: { title: "See Nadja", path: "/members/m1" },
      },
    ]);
  });

  it("points at the reference when a related record is what is wrong", () => {
    expect(evaluate(rule({ properties: { member: { required: ["email"] } } })).reasons).toMatchObject([
      { field: "memberId" },
    ]);
  });

  it("cannot be known before the form is filled in, unless the rest blocks already", () => {
    const asks = { properties: { event: { required: ["why"] } } };
    expect(evaluate(rule(asks), blind).ok).toBeNull();
    expect(evaluate(rule({ allOf: [asks] }), blind).ok).toBeNull();
    expect(evaluate(rule({ ...asks, required: ["event", "case"] }), blind).ok).toBeNull();
    const both = { properties: { ...asks.properties, case: { required: ["nothing"] } } };
    expect(evaluate(rule(both), blind).ok).toBe(false);
  });
});

describe("all, any, not", () => {
  const yes: GuardDefinition = { type: "compare", params: { left: "case.fine", is: ">", right: 0 } };
  const no: GuardDefinition = {
    type: "compare",
    params: { left: "case.fine", is: "<", right: 0, code: "low", message: "Too low." },
  };
  const maybe: GuardDefinition = { type: "compare", params: { left: "event.fine", is: "=", right: 1 } };
  const all = (...guards: GuardDefinition[]): GuardDefinition => ({ type: "all", params: { guards } });
  const any = (...guards: GuardDefinition[]): GuardDefinition => ({ type: "any", params: { guards } });
  const not = (guard: GuardDefinition): GuardDefinition => ({ type: "not", params: { guard } });

  it("reckons with what is not known yet", () => {
    const table: readonly (readonly [GuardDefinition, boolean | null])[] = [
      [all(yes, yes), true],
      [all(yes, maybe), null],
      [all(no, maybe), false],
      [any(no, yes), true],
      [any(no, maybe), null],
      [any(yes, maybe), true],
      [any(no, no), false],
      [not(no), true],
      [not(yes), false],
      [not(maybe), null],
      [not(all(yes, not(no))), false],
      [all(), true],
      [any(), false],
    ];
    for (const [guard, ok] of table) expect([guard, evaluate(guard, blind).ok]).toEqual([guard, ok]);
  });

  it("tells the reasons of its parts, or its own message for all of them", () => {
    expect(evaluate(all(no, not(yes))).reasons.map(({ message }) => message)).toEqual([
      "Too low.",
      "A condition that must be absent holds.",
    ]);
    const own = { type: "any", params: { guards: [no], message: "None of them.", code: "none" } };
    expect(evaluate(own).reasons).toEqual([{ code: "none", message: "None of them." }]);
  });

  it("keeps the rules that it is made of", () => {
    expect(evaluate(all(yes, no)).parts?.map(({ ok }) => ok)).toEqual([true, false]);
  });
});

describe("a plugin's rule", () => {
  const open: GuardContribution = {
    title: "Open",
    evaluate: ({ day }, { today }) =>
      day === today ? { ok: true } : { ok: false, reasons: [{ code: "closed", message: "The library is closed." }] },
  };

  it("is given its parameters and the input", () => {
    expect(evaluate({ type: "open", params: { day: "2026-03-10" } }, input, { open }).ok).toBe(true);
    expect(evaluate({ type: "open" }, input, { open }).reasons).toEqual([
      { code: "closed", message: "The library is closed." },
    ]);
  });

  it.each([
    ["answers a promise", () => Promise.resolve({ ok: true })],
    ["answers nothing", () => undefined],
    ["answers a word", () => "yes"],
    ["answers a word for its yes", () => ({ ok: "yes" })],
    ["says no without a reason", () => ({ ok: false })],
    [
      "throws",
      () => {
        throw new Error("no shelf");
      },
    ],
  ])("blocks with a sentence when it %s", (_what, answer) => {
    // A plugin in plain JavaScript may answer anything.
    const nonsense = { title: "Open", evaluate: answer } as unknown as GuardContribution;
    const { ok, reasons } = evaluate({ type: "open" }, input, { open: nonsense });
    expect(ok).toBe(false);
    expect(reasons).toMatchObject([{ code: "rule-failed", message: expect.stringContaining("open") }]);
  });

  it("waits for the form when it reads it", () => {
    expect(evaluate({ type: "open" }, blind, { open: { ...open, readsEvent: true } }).ok).toBeNull();
  });
});
