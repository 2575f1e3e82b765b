import { describe, expect, it } from "vitest";
import { compileWorkflow } from "../definition/compile-workflow.ts";
import { accepted, compileMachineOf, create, event, facts, timer, tools } from "../testing/loans.ts";
import { decide } from "./decide.ts";

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

  it("refuses a timer whose rule does not hold when it fires", () => {
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
    expect(decide(ruled, create(ruled), timer("xstate.after.P1D.test.a"), later)).toMatchObject({ refusal: "rule" });
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
});
