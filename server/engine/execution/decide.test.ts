import { describe, expect, it } from "vitest";
import { compileWorkflow } from "../definition/compile-workflow.ts";
import { accepted, compileMachineOf, create, event, facts, loans, timer, tools } from "../testing/loans.ts";
import { decide } from "./decide.ts";
import type { Facts } from "./facts.ts";
import { neededFacts } from "./needed-facts.ts";

const workflow = compileWorkflow(loans, 4, tools);
const draft = { memberId: "m1", title: "Nadja" };

function counted(current: ReturnType<typeof create>, type: string, count: number): Facts {
  const requests = neededFacts(workflow, { current, event: event(type) }, facts);
  return { ...facts, counts: Object.fromEntries(requests.map(({ key }) => [key, count])) };
}

function lent(dueOn = "2026-03-31") {
  const reserved = create(workflow, draft);
  return accepted(decide(workflow, reserved, event("LEND", { dueOn }), counted(reserved, "LEND", 0))).after;
}

describe("decide", () => {
  it("moves the case, merges its form, sets fields, arms and cancels timers", () => {
    const reserved = create(workflow, draft);
    const decision = accepted(
      decide(workflow, reserved, event("LEND", { dueOn: "2026-03-31" }), counted(reserved, "LEND", 2)),
    );
    expect(decision).toMatchObject({
      from: "reserved",
      to: "lent.running",
      changes: { dueOn: { from: null, to: "2026-03-31" }, lentOn: { from: null, to: "2026-03-10" } },
      arm: [{ key: "xstate.after.overdue.loans.lent.running", dueAt: "2026-03-31T22:00:00.000Z", delay: "overdue" }],
      cancel: ["xstate.after.P7D.loans.reserved"],
      effects: [],
    });
    expect(decision.after).toMatchObject({
      version: 2,
      state: { lent: "running" },
      stage: "lent.running",
      status: "active",
      dueAt: "2026-03-31T22:00:00.000Z",
      workflowVersion: 4,
    });
  });

  it("leaves the case it was given as it was", () => {
    const reserved = Object.freeze(create(workflow, draft));
    const before = JSON.stringify(reserved);
    decide(workflow, reserved, event("CANCEL"), facts);
    expect(JSON.stringify(reserved)).toBe(before);
  });

  it("refuses an event that nothing knows", () => {
    expect(decide(workflow, create(workflow, draft), event("BURN"), facts)).toMatchObject({
      refusal: "unknown-event",
      reasons: [{ code: "unknown-event", message: "This workflow has no action “BURN”." }],
    });
  });

  it("refuses a forged event of the engine", () => {
    const forged = event("xstate.after.P7D.loans.reserved");
    expect(decide(workflow, create(workflow, draft), forged, facts)).toMatchObject({ refusal: "unknown-event" });
  });

  it("refuses an event that the stage does not know, naming both in the reader's language", () => {
    const french = { ...facts, language: "fr" as const };
    expect(decide(workflow, create(workflow, draft), event("RETURN"), french)).toMatchObject({
      refusal: "not-in-stage",
      reasons: [{ message: "L’action « Rendre » n’est pas possible à l’étape « Réservé »." }],
    });
  });

  it("refuses an internal event from a person and takes it from the engine", () => {
    const current = lent();
    expect(decide(workflow, current, event("LOSE"), facts)).toMatchObject({ refusal: "forbidden" });
    const engine = { ...event("LOSE"), source: "engine" as const };
    expect(accepted(decide(workflow, current, engine, facts)).to).toBe("returned");
  });

  it("refuses a form with a missing field, before its rule is looked at", () => {
    const reserved = create(workflow, draft);
    expect(decide(workflow, reserved, event("LEND", { dueOn: null }), counted(reserved, "LEND", 9))).toMatchObject({
      refusal: "form",
      errors: { dueOn: "This field is required." },
    });
  });

  it("refuses a field that the form does not have", () => {
    const reserved = create(workflow, draft);
    const payload = { dueOn: "2026-03-31", colour: "red" };
    expect(decide(workflow, reserved, event("LEND", payload), facts)).toMatchObject({
      refusal: "form",
      errors: { colour: "There is no such field here." },
    });
  });

  it("refuses what a rule blocks, with the rule's own words and values", () => {
    const reserved = create(workflow, draft);
    const decision = decide(workflow, reserved, event("LEND", { dueOn: "2026-03-31" }), counted(reserved, "LEND", 3));
    expect(decision).toMatchObject({
      refusal: "rule",
      reasons: [{ code: "too-many", message: "3 loans already, 3 at most." }],
    });
  });

  it("refuses a record that would become invalid", () => {
    const broken = compileMachineOf(
      { initial: "a", states: { a: { on: { GO: { actions: { type: "set", params: { n: "$event.n" } } } } } } },
      { type: "object", properties: { n: { type: "integer" } } },
    );
    expect(decide(broken, create(broken), event("GO", { n: "many" }), facts)).toMatchObject({
      refusal: "record",
      errors: { n: "A whole number is expected." },
    });
  });

  it("writes the assignee that a form or an action names", () => {
    const decision = accepted(
      decide(workflow, lent(), event("RETURN", { condition: "good", assigneeId: "u7" }), facts),
    );
    expect(decision.after.assigneeId).toBe("u7");
    expect(decision.after.data).not.toHaveProperty("assigneeId");
    expect(decision.changes["assigneeId"]).toEqual({ from: null, to: "u7" });
  });

  it("is done in a closed stage, from which it may be reopened", () => {
    const returned = accepted(decide(workflow, lent(), event("RETURN", { condition: "worn" }), facts)).after;
    expect(returned.status).toBe("done");
    const again = accepted(decide(workflow, returned, event("REOPEN"), facts));
    expect(again.after).toMatchObject({ status: "active", stage: "reserved" });
    expect(again.after.data).not.toHaveProperty("condition");
    expect(again.changes["condition"]).toEqual({ from: "worn", to: null });
  });

  it("is done in a final state, and hears nothing more", () => {
    const cancelled = accepted(decide(workflow, create(workflow, draft), event("CANCEL"), facts)).after;
    expect(cancelled).toMatchObject({ status: "done", armed: {}, dueAt: null });
    expect(decide(workflow, cancelled, event("LEND"), facts)).toMatchObject({ refusal: "not-in-stage" });
  });

  it("keeps stageSince when only the data change", () => {
    const later = { ...facts, now: "2026-03-12T09:00:00.000Z" };
    const current = lent();
    const decision = accepted(decide(workflow, current, event("RENEW"), later));
    expect(decision.after).toMatchObject({ stageSince: facts.now, updatedAt: later.now, stage: "lent.running" });
  });

  it("computes a timer again when its field changes", () => {
    const decision = accepted(decide(workflow, lent(), event("RENEW"), facts));
    expect(decision.after.data).toMatchObject({ dueOn: "2026-04-21" });
    expect(decision.arm).toMatchObject([{ dueAt: "2026-04-21T22:00:00.000Z" }]);
    expect(decision.cancel).toEqual([]);
  });

  it("resolves effects over the case as it is after the event", () => {
    const decision = accepted(decide(workflow, lent(), event("RENEW"), facts));
    expect(decision.effects).toEqual([{ type: "notify", params: { to: "m1", until: "2026-04-21" }, key: "c1/3/0" }]);
  });

  it("drops a timer that the case has left behind, or that is not due yet", () => {
    const reserved = create(workflow, draft);
    const key = "xstate.after.P7D.loans.reserved";
    expect(decide(workflow, reserved, timer(key), facts)).toMatchObject({ refusal: "stale" });
    const later = { ...facts, now: "2026-03-17T09:00:00.000Z" };
    expect(accepted(decide(workflow, reserved, timer(key), later)).to).toBe("cancelled");
    expect(decide(workflow, lent(), timer(key), later)).toMatchObject({ refusal: "stale" });
  });

  it("fires a timer that takes its date from a field", () => {
    const later = { ...facts, now: "2026-04-01T08:00:00.000Z" };
    const decision = accepted(decide(workflow, lent(), timer("xstate.after.overdue.loans.lent.running"), later));
    expect(decision).toMatchObject({ to: "lent.late", effects: [{ type: "send", params: { to: { id: "m1" } } }] });
    expect(decision.cancel).toEqual([]);
  });

  it("takes the form of the transition that is taken", () => {
    const forms = compileWorkflow(
      {
        id: "test",
        title: "Test",
        schema: { type: "object", properties: { kind: { type: "string" }, why: { type: "string" } } },
        forms: {
          GO: { type: "object", properties: {} },
          why: { type: "object", required: ["why"], properties: { why: { type: "string" } } },
        },
        machine: {
          initial: "a",
          states: {
            a: {
              on: {
                GO: [
                  {
                    target: "b",
                    guard: { type: "compare", params: { left: "case.kind", is: "=", right: "hard" } },
                    meta: { form: "why" },
                  },
                  { target: "c" },
                ],
              },
            },
            b: {},
            c: {},
          },
        },
      },
      1,
      tools,
    );
    expect(decide(forms, create(forms, { kind: "hard" }), event("GO"), facts)).toMatchObject({
      refusal: "form",
      errors: { why: expect.any(String) },
    });
    expect(accepted(decide(forms, create(forms, { kind: "easy" }), event("GO"), facts)).to).toBe("c");
  });
});
