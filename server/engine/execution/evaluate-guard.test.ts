import { describe, expect, it } from "vitest";
import type { GuardContribution } from "../../plugin-api/contributions/index.ts";
import type { GuardDefinition } from "../../plugin-api/workflow-definition.ts";
import { testValidator } from "../testing/test-validator.ts";
import { evaluateGuard, type RuleInput } from "./evaluate-guard.ts";

const input: RuleInput = {
  case: { id: "c1", title: "Nadja", dueOn: "2026-03-10", fine: 250, shelf: "B2", memberId: "m1" },
  event: { returnedOn: "2026-03-12", note: "Très abîmé, à réparer", fine: 100 },
  related: { member: { id: "m1", name: "Ada", cardUntil: "2026-12-31", town: { name: "Angers" } }, branch: null },
  counts: {},
  today: "2026-03-10",
  now: "2026-03-10T09:00:00.000Z",
  timeZone: "Europe/Paris",
  language: "en",
};
const { event: _event, ...blind } = input;

function evaluate(guard: GuardDefinition, over: RuleInput = input, guards: { [id: string]: GuardContribution } = {}) {
  return evaluateGuard(guard, over, { validator: testValidator, guards });
}

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

describe("compare", () => {
  const rule = (left: string, is: string, right: unknown): GuardDefinition => ({
    type: "compare",
    params: { left, is, right },
  });

  it.each([
    ["case.fine", "=", 250, true],
    ["case.fine", ">=", 251, false],
    ["case.fine", ">", "event.fine", true],
    ["case.fine", "<", "$event.fine", false],
    ["case.shelf", "!=", "B2", false],
    ["case.shelf", "<", "C", true],
    ["case.shelf", "<", 3, false],
    ["case.nothing", "=", null, true],
    ["member.name", "=", "Ada", true],
    ["branch.name", "=", null, true],
  ])("%s %s %s: %s", (left, is, right, ok) => {
    expect(evaluate(rule(left, is, right)).ok).toBe(ok);
  });

  it("says both values", () => {
    expect(evaluate(rule("case.fine", "<", 100))).toMatchObject({
      actual: 250,
      expected: 100,
      reasons: [{ code: "compare", field: "fine", message: "“fine” is 250; it must be < 100." }],
    });
  });
});

describe("text", () => {
  const rule = (without: readonly string[]): GuardDefinition => ({
    type: "text",
    params: { field: "event.note", without, message: "It says {found}.", code: "word" },
  });

  it("finds whole phrases, accents and case aside", () => {
    expect(evaluate(rule(["mouillé", "TRES abime"]))).toMatchObject({
      ok: false,
      reasons: [{ message: "It says TRES abime.", field: "note" }],
    });
    expect(evaluate(rule(["paré", "abîmés"])).ok).toBe(true);
  });

  it("lets an empty text pass, and cannot know one that is not written yet", () => {
    expect(evaluate(rule(["x"]), { ...input, event: {} }).ok).toBe(true);
    expect(evaluate(rule(["x"]), blind).ok).toBeNull();
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
