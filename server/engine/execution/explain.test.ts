import { describe, expect, it } from "vitest";
import { compileWorkflow } from "../definition/compile-workflow.ts";
import { accepted, compileMachineOf, create, event, facts, loans, tools } from "../testing/loans.ts";
import { decide } from "./decide.ts";
import { explain, type Reader } from "./explain.ts";
import { neededFacts } from "./needed-facts.ts";

const workflow = compileWorkflow(loans, 4, tools);
const anyone: Reader = { language: "fr", mayEvent: () => true, rolesOf: () => [] };

function reserved() {
  return create(workflow, { memberId: "m1", title: "Nadja" });
}

function counted(count: number) {
  const requests = neededFacts(workflow, { current: reserved(), event: null }, facts);
  return { ...facts, counts: Object.fromEntries(requests.map(({ key }) => [key, count])) };
}

describe("explain", () => {
  it("offers every event that the stage knows, with title, target and form in the reader's language", () => {
    expect(explain(workflow, reserved(), counted(0), anyone)).toEqual([
      {
        event: "LEND",
        title: "Prêter",
        target: "lent.running",
        allowed: true,
        reasons: [],
        form: loans.forms?.["LEND"],
        primary: true,
      },
      { event: "CANCEL", title: "Cancel", target: "cancelled", allowed: true, reasons: [] },
    ]);
  });

  it("shows a blocked event with why, and where it would lead", () => {
    const [lend] = explain(workflow, reserved(), counted(3), anyone);
    expect(lend).toMatchObject({
      event: "LEND",
      allowed: false,
      target: "lent.running",
      reasons: [{ code: "too-many", message: "Déjà 3 prêts, 3 au plus." }],
    });
  });

  it("told whoever may not send an event which rule blocks it, and so what they may not read", () => {
    const stranger: Reader = {
      language: "en",
      mayEvent: () => false,
      rolesOf: () => [{ id: "librarian", title: "Librarian" }],
    };
    const [lend] = explain(workflow, reserved(), counted(3), stranger);
    expect(lend?.reasons.map(({ code }) => code)).toEqual(["role"]);
  });

  it("names the roles that may, when the reader may not", () => {
    const stranger: Reader = {
      language: "en",
      mayEvent: (name) => name !== "CANCEL",
      rolesOf: () => [
        { id: "librarian", title: "Librarian" },
        { id: "admin", title: "Administrator" },
      ],
    };
    const cancel = explain(workflow, reserved(), counted(0), stranger)[1];
    expect(cancel).toMatchObject({
      allowed: false,
      reasons: [{ code: "role", message: "Only for: Librarian, Administrator.", role: "librarian" }],
    });
  });

  it("shows an event of the engine as one that cannot be asked for", () => {
    const lend = event("LEND", { dueOn: "2026-03-31" });
    const current = accepted(decide(workflow, reserved(), lend, counted(0))).after;
    const lose = explain(workflow, current, facts, anyone).find((offer) => offer.event === "LOSE");
    expect(lose).toMatchObject({ allowed: false, reasons: [{ code: "internal" }], target: "returned" });
  });

  it("counts a rule that reads the payload as allowed, and what it says of the case as it is", () => {
    const guard = (schema: object) => ({ type: "schema", params: { schema } });
    const reading = compileMachineOf(
      {
        initial: "a",
        states: {
          a: {
            on: {
              READS: {
                target: "b",
                guard: guard({ properties: { event: { required: ["why"] } }, required: ["event"] }),
              },
              BOTH: {
                target: "b",
                guard: guard({ properties: { event: { required: ["why"] }, case: { required: ["n"] } } }),
              },
              COUNTS: {
                target: "b",
                guard: {
                  type: "count",
                  params: { type: "loans", filter: { memberId: "$event.memberId" }, is: "=", than: 0 },
                },
              },
              EITHER: {
                target: "b",
                guard: {
                  type: "any",
                  params: {
                    guards: [guard({ properties: { case: { required: ["n"] } } }), guard({ required: ["event"] })],
                  },
                },
              },
            },
          },
          b: {},
        },
      },
      { type: "object", properties: { n: { type: "integer" } } },
    );
    const offers = explain(reading, create(reading), facts, anyone);
    expect(offers.map(({ event: name, allowed }) => [name, allowed])).toEqual([
      ["READS", true],
      ["BOTH", false],
      ["COUNTS", true],
      ["EITHER", true],
    ]);
  });

  it("says where a history state would lead back to", () => {
    const pausing = compileMachineOf({
      initial: "work",
      states: {
        work: {
          initial: "one",
          on: { PAUSE: "paused" },
          states: { one: { on: { NEXT: "two" } }, two: {}, back: { type: "history" } },
        },
        paused: { on: { RESUME: "work.back" } },
      },
    });
    const next = accepted(decide(pausing, create(pausing), event("NEXT"), facts)).after;
    const paused = accepted(decide(pausing, next, event("PAUSE"), facts)).after;
    expect(explain(pausing, paused, facts, anyone)).toMatchObject([{ event: "RESUME", target: "work.two" }]);
  });

  it("has no target for an event that stays where it is, and finds a title on another transition of the event", () => {
    const noting = compileMachineOf({
      initial: "a",
      states: {
        a: { on: { NOTE: { actions: ["log"] }, GO: "b" } },
        b: { on: { NOTE: { actions: ["log"], meta: { title: { fr: "Noter", en: "Note" } } } } },
      },
    });
    expect(explain(noting, create(noting), facts, anyone)[0]).toMatchObject({ title: "Noter", target: null });
  });

  it("offers nothing in a final state", () => {
    const cancelled = accepted(decide(workflow, reserved(), event("CANCEL"), facts)).after;
    expect(explain(workflow, cancelled, facts, anyone)).toEqual([]);
  });
});
