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
      reasons: [{ message: "L'action « Rendre » n'est pas possible à l'étape « Réservé »." }],
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
});

describe("decide, in machines of every shape", () => {
  it("takes a loop of automatic transitions for a refusal, not for a hang", () => {
    const endless = compileMachineOf({
      initial: "a",
      states: { a: { on: { GO: "b" } }, b: { always: "c" }, c: { always: "b" } },
    });
    expect(decide(endless, create(endless), event("GO"), facts)).toMatchObject({
      refusal: "rule",
      reasons: [{ code: "endless-loop" }],
    });
  });

  it("writes parallel stages in the machine's order, whichever moved last", () => {
    const parallel = compileMachineOf({
      type: "parallel",
      states: {
        book: { initial: "out", states: { out: { on: { BACK: "in" } }, in: { type: "final" } } },
        fine: {
          initial: "none",
          states: { none: { on: { FINE: "owed" } }, owed: { on: { PAY: "paid" } }, paid: { type: "final" } },
        },
      },
    });
    const start = create(parallel);
    expect(start.stage).toBe("book.out,fine.none");
    const fined = accepted(decide(parallel, start, event("FINE"), facts)).after;
    const back = accepted(decide(parallel, fined, event("BACK"), facts)).after;
    expect(back).toMatchObject({ stage: "book.in,fine.owed", status: "active" });
    expect(accepted(decide(parallel, back, event("PAY"), facts)).after.status).toBe("done");
  });

  it("goes back to where it was through a history state that survived as JSON", () => {
    const history = (depth: "shallow" | "deep") =>
      compileMachineOf({
        initial: "work",
        states: {
          work: {
            initial: "one",
            on: { PAUSE: "paused" },
            states: {
              one: { on: { NEXT: "two" } },
              two: { initial: "x", states: { x: { on: { DEEPER: "y" } }, y: {} } },
              back: { type: "history", history: depth },
            },
          },
          paused: { on: { RESUME: "work.back" } },
        },
      });
    for (const [depth, stage] of [
      ["shallow", "work.two.x"],
      ["deep", "work.two.y"],
    ] as const) {
      const machine = history(depth);
      const after = ["NEXT", "DEEPER", "PAUSE", "RESUME"].reduce(
        (current, type) => accepted(decide(machine, JSON.parse(JSON.stringify(current)), event(type), facts)).after,
        create(machine),
      );
      expect(after.stage).toBe(stage);
    }
  });

  it("follows onDone once a nested stage is final", () => {
    const nested = compileMachineOf({
      initial: "check",
      states: {
        check: { initial: "a", onDone: "after", states: { a: { on: { OK: "z" } }, z: { type: "final" } } },
        after: {},
      },
    });
    expect(accepted(decide(nested, create(nested), event("OK"), facts)).to).toBe("after");
  });

  it("lets eventless rules see what the event has just written", () => {
    const following = compileMachineOf(
      {
        initial: "a",
        states: {
          a: { on: { GO: { target: "b", actions: { type: "set", params: { n: "$event.n" } } } } },
          b: {
            always: { target: "c", guard: { type: "compare", params: { left: "case.n", is: ">", right: 2 } } },
          },
          c: {},
        },
      },
      { type: "object", properties: { n: { type: "integer" } } },
    );
    expect(accepted(decide(following, create(following), event("GO", { n: 3 }), facts)).to).toBe("c");
    expect(accepted(decide(following, create(following), event("GO", { n: 2 }), facts)).to).toBe("b");
  });

  it("runs exit, transition and entry actions in that order", () => {
    const ordered = compileMachineOf({
      initial: "a",
      states: {
        a: { exit: "first", on: { GO: { target: "b", actions: ["second"] } } },
        b: { entry: [{ type: "third" }] },
      },
    });
    const { effects } = accepted(decide(ordered, create(ordered), event("GO"), facts));
    expect(effects.map(({ type }) => type)).toEqual(["first", "second", "third"]);
    expect(effects.map(({ key }) => key)).toEqual(["c1/2/0", "c1/2/1", "c1/2/2"]);
  });

  it("arms a timer again when its stage is entered again", () => {
    const again = compileMachineOf({
      initial: "a",
      states: { a: { after: { P1D: "b" }, on: { AGAIN: { target: "a", reenter: true }, STAY: "a" } }, b: {} },
    });
    const later = { ...facts, now: "2026-03-10T15:00:00.000Z" };
    const key = "xstate.after.P1D.test.a";
    expect(accepted(decide(again, create(again), event("AGAIN"), later))).toMatchObject({
      arm: [{ key, dueAt: "2026-03-11T15:00:00.000Z" }],
      cancel: [],
    });
  });

  it("finds targets by id, by path and in lists", () => {
    const targets = compileMachineOf({
      id: "m",
      initial: "a",
      states: {
        a: { on: { ID: "#far", PATH: "#m.b.two", BOTH: { target: ["p.x.two", "p.y.two"] } } },
        b: { initial: "one", states: { one: {}, two: { id: "far" } } },
        p: {
          type: "parallel",
          states: {
            x: { initial: "one", states: { one: {}, two: {} } },
            y: { initial: "one", states: { one: {}, two: {} } },
          },
        },
      },
    });
    const to = (type: string) => accepted(decide(targets, create(targets), event(type), facts)).to;
    expect([to("ID"), to("PATH"), to("BOTH")]).toEqual(["b.two", "b.two", "p.x.two,p.y.two"]);
  });

  it("keeps an event from the states around when a state forbids it", () => {
    const forbidding = compileMachineOf({
      initial: "a",
      on: { STOP: ".b" },
      states: { a: { on: { STOP: {} } }, b: {} },
    });
    expect(decide(forbidding, create(forbidding), event("STOP"), facts)).toMatchObject({ refusal: "not-in-stage" });
  });

  it("leads out of a final state that says so", () => {
    const reopened = compileMachineOf({
      initial: "open",
      on: { ANY: ".open" },
      states: {
        open: { on: { CLOSE: "closed" } },
        closed: { type: "final", on: { REOPEN: "again" } },
        again: { always: "open" },
      },
    });
    const closed = accepted(decide(reopened, create(reopened), event("CLOSE"), facts)).after;
    expect(closed.status).toBe("done");
    expect(decide(reopened, closed, event("ANY"), facts)).toMatchObject({ refusal: "not-in-stage" });
    expect(accepted(decide(reopened, closed, event("REOPEN"), facts)).after).toMatchObject({
      status: "active",
      stage: "open",
    });
  });

  it("drops a timer whose rule does not hold when it fires", () => {
    const ruled = compileMachineOf({
      initial: "a",
      states: {
        a: {
          after: { P1D: { target: "b", guard: { type: "compare", params: { left: "case.x", is: "=", right: 1 } } } },
        },
        b: {},
      },
    });
    const later = { ...facts, now: "2026-03-20T09:00:00.000Z" };
    expect(decide(ruled, create(ruled), timer("xstate.after.P1D.test.a"), later)).toMatchObject({ refusal: "stale" });
  });

  it("refuses with a sentence when a rule throws or nobody has it", () => {
    const rules = compileWorkflow(
      {
        id: "test",
        title: "Test",
        machine: {
          initial: "a",
          states: { a: { on: { BAD: { target: "a", guard: "broken" }, NONE: { target: "a", guard: "gone" } } } },
        },
      },
      1,
      {
        ...tools,
        guards: {
          broken: {
            title: "Broken",
            evaluate: () => {
              throw new Error("out of order");
            },
          },
        },
      },
    );
    expect(decide(rules, create(rules), event("BAD"), facts)).toMatchObject({
      refusal: "rule",
      reasons: [{ code: "rule-failed", message: "A rule could not be evaluated (broken): out of order" }],
    });
    expect(decide(rules, create(rules), event("NONE"), facts)).toMatchObject({ reasons: [{ code: "rule-unknown" }] });
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
