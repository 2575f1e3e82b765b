import { describe, expect, it } from "vitest";
import type { StateDefinition, WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import { found, library, lintLoans, lintStates } from "../testing/lint.ts";
import { loans } from "../testing/loans.ts";
import { lintWorkflow } from "./lint-workflow.ts";

function errorsIn(states: { [name: string]: StateDefinition }, over: Partial<WorkflowDefinition> = {}) {
  return found(lintStates(states, over).errors);
}

function warningsIn(states: { [name: string]: StateDefinition }, over: Partial<WorkflowDefinition> = {}) {
  return found(lintStates(states, over).warnings);
}

describe("lintWorkflow", () => {
  it("finds nothing in a workflow that is right", () => {
    expect(lintWorkflow(loans, library)).toEqual({ errors: [], warnings: [] });
  });

  it("speaks the reader's language, and names the place", () => {
    const definition = {
      id: "test",
      title: "Test",
      machine: { initial: "a", states: { a: { on: { GO: "nowhere" } } } },
    };
    expect(lintWorkflow(definition, { ...library, language: "fr" }).errors).toEqual([
      { code: "unknown-target", message: "La cible « nowhere » n’existe pas.", path: "/machine/states/a/on/GO" },
    ]);
  });
});

describe("errors of the machine", () => {
  it("finds targets that are not there, however they are written", () => {
    const on = {
      A: "b",
      B: "#no",
      C: ".c",
      D: ["a", "d"],
      E: [{ target: "a" }, { target: "e" }],
      F: "#test.a.f",
      G: "#test.a",
    };
    expect(errorsIn({ a: { on: { ...on, D: { target: ["a", "d"] } } } })).toEqual([
      "unknown-target /machine/states/a/on/A",
      "unknown-target /machine/states/a/on/B",
      "unknown-target /machine/states/a/on/C",
      "unknown-target /machine/states/a/on/D",
      "unknown-target /machine/states/a/on/E/1",
      "unknown-target /machine/states/a/on/F",
    ]);
  });

  it("finds wrong beginnings, doubled ids, code, and events of the engine", () => {
    expect(errorsIn({ a: { states: { b: {} } } })).toContain("missing-initial /machine/states/a");
    expect(errorsIn({ a: { initial: "c", states: { b: {} } } })).toContain("unknown-initial /machine/states/a/initial");
    expect(errorsIn({ a: { id: "x" }, b: { id: "x" } })).toContain("duplicate-id /machine/states/b/id");
    expect(errorsIn({ a: { invoke: { src: "fetch" } } as StateDefinition })).toContain(
      "unsupported /machine/states/a/invoke",
    );
    expect(errorsIn({ a: { initial: "b", states: {} } })).toContain("unknown-initial /machine/states/a/initial");
    expect(errorsIn({ a: { activities: ["beep"] } as StateDefinition })).toContain(
      "unsupported /machine/states/a/activities",
    );
    expect(errorsIn({ a: { on: { GO: { target: "a", cond: "isOpen" } } } as StateDefinition })).toContain(
      "unsupported /machine/states/a/on/GO/cond",
    );
    expect(errorsIn({ a: { on: { "xstate.done.state.a": "a" } } })).toContain(
      "reserved-event /machine/states/a/on/xstate.done.state.a",
    );
  });

  it("finds steps that could not be taken back, and for how long that is not said", () => {
    const undo = { meta: { undo: "PT1H" } };
    const b = { entry: { type: "task", params: { title: "Call", dueIn: "P0D" } } };
    expect(errorsIn({ a: { on: { GO: { target: "b", ...undo }, STAY: { target: "a", ...undo } } }, b })).toEqual([
      "undo-with-effects /machine/states/a/on/GO/meta/undo",
    ]);
    expect(errorsIn({ a: { on: { GO: { target: "a", meta: { undo: "an hour" } } } } })).toContain(
      "bad-duration /machine/states/a/on/GO/meta/undo",
    );
  });

  it("let through steps that could not be taken back because a stage acts when it is left, or one inside when it is entered", () => {
    const undo = { meta: { undo: "PT1H" } };
    const acting = { type: "notify", params: {} };
    const states: { [name: string]: StateDefinition } = {
      a: {
        exit: acting,
        initial: "x",
        states: { x: { on: { AWAY: { target: "#test.b", ...undo }, BESIDE: { target: "y", ...undo } } }, y: {} },
      },
      b: { on: { IN: { target: "c", ...undo } } },
      c: { initial: "z", states: { z: { entry: acting } } },
    };
    expect(errorsIn(states)).toEqual([
      "undo-with-effects /machine/states/a/states/x/on/AWAY/meta/undo",
      "undo-with-effects /machine/states/b/on/IN/meta/undo",
    ]);
  });

  it("finds delays that are none", () => {
    const after = { P3D: "a", soon: "a", "1000": "a", later: "a", never: "a" };
    const delays = { later: {}, never: { duration: "long", field: "none" } };
    expect(errorsIn({ a: { after } }, { delays })).toEqual([
      "unknown-delay /machine/states/a/after/soon",
      "empty-delay /delays/later",
      "bad-duration /delays/never",
      "unknown-field /delays/never/field",
    ]);
  });

  it("finds loops without end, and only those", () => {
    const guard = "open";
    expect(errorsIn({ a: { always: "b" }, b: { always: "a" } })).toContain("endless-loop /machine/states/a/always");
    expect(errorsIn({ a: { always: "a" } })).toContain("endless-loop /machine/states/a/always");
    expect(errorsIn({ a: { always: { actions: { type: "set", params: { x: 1 } } } } }, openData)).toContain(
      "endless-loop /machine/states/a/always",
    );
    expect(errorsIn({ a: { on: { GO: "b" } }, b: { initial: "x", always: "b", states: { x: {} } } })).toContain(
      "endless-loop /machine/states/b/always",
    );
    const ended = errorsIn({ a: { always: [{ target: "b", guard }, { target: "c" }] }, b: { always: "a" }, c: {} });
    expect(ended.filter((each) => each.startsWith("endless"))).toEqual([]);
    const inner = errorsIn({ a: { initial: "x", always: "b", states: { x: { always: "#test.b" } } }, b: {} });
    expect(inner.filter((each) => each.startsWith("endless"))).toEqual([]);
    expect(warningsIn({ a: { always: { target: "b", guard } }, b: { always: "a" } })).toContain(
      "possible-loop /machine/states/a/always",
    );
  });
});

const openData: Partial<WorkflowDefinition> = {
  schema: { type: "object", properties: {}, additionalProperties: true },
};

describe("errors of rules and actions", () => {
  const guarded = (guard: object) => ({ a: { on: { GO: { target: "a", guard: guard as { type: string } } } } });

  it("let through rules over the records of a list, which they never see", () => {
    const text = { type: "string" as const };
    const properties = { authorIds: { type: "array" as const, items: { ...text, "x-reference": "members" } } };
    const rule = guarded({ type: "compare", params: { left: "author.name", is: "=", right: "Zola" } });
    expect(errorsIn(rule, { schema: { type: "object", properties } })).toEqual([
      "unknown-name /machine/states/a/on/GO/guard/params/left",
    ]);
  });

  it("let through computed values of a workflow that no list could hold", () => {
    const derived = [{ field: "title", value: "x", when: { type: "open" } }];
    expect(found(lintLoans({ derived }).errors)).toEqual(["derived-not-array /derived/0/field"]);
  });

  it("finds rules that nobody has, inside other rules too", () => {
    expect(errorsIn(guarded({ type: "closed" }))).toEqual(["unknown-guard /machine/states/a/on/GO/guard"]);
    expect(
      errorsIn(
        guarded({
          type: "all",
          params: { guards: [{ type: "open" }, { type: "not", params: { guard: { type: "closed" } } }] },
        }),
      ),
    ).toEqual(["unknown-guard /machine/states/a/on/GO/guard/params/guards/1/params/guard"]);
  });

  it("finds parameters that are wrong, paths and expressions that lead nowhere", () => {
    expect(errorsIn(guarded({ type: "date", params: { field: "dueOn", is: "near" } }))).toEqual([
      "guard-params /machine/states/a/on/GO/guard/params/field",
      "guard-params /machine/states/a/on/GO/guard/params/is",
      "guard-params /machine/states/a/on/GO/guard/params/than",
    ]);
    expect(
      errorsIn(guarded({ type: "date", params: { field: "case.dueOn", is: "before", than: "member.until+P1D" } })),
    ).toEqual([
      "unknown-field /machine/states/a/on/GO/guard/params/field",
      "unknown-name /machine/states/a/on/GO/guard/params/than",
    ]);
    expect(
      errorsIn(guarded({ type: "schema", params: { schema: { properties: { loan: {} }, required: ["event"] } } })),
    ).toEqual(["unknown-name /machine/states/a/on/GO/guard/params/schema"]);
    expect(
      errorsIn(guarded({ type: "count", params: { type: "books", filter: { x: "$nobody.id" }, is: "=", than: 0 } })),
    ).toEqual([
      "unknown-type /machine/states/a/on/GO/guard/params/type",
      "unknown-name /machine/states/a/on/GO/guard/params/filter",
    ]);
  });

  it("finds actions that nobody has, and what they get wrong", () => {
    const acting = (action: object) => ({ a: { entry: action as { type: string } } });
    expect(errorsIn(acting({ type: "shout" }))).toEqual(["unknown-action /machine/states/a/entry"]);
    expect(errorsIn(acting({ type: "set", params: { colour: "red" } }))).toEqual([
      "unknown-field /machine/states/a/entry/params/colour",
    ]);
    expect(errorsIn(acting({ type: "set", params: { assigneeId: "$actor.id" } }))).toEqual([]);
    expect(errorsIn(acting({ type: "send", params: { to: { type: "members" } } }))).toEqual([
      "action-params /machine/states/a/entry/params/to",
      "action-params /machine/states/a/entry/params/event",
    ]);
    expect(errorsIn(acting({ type: "create", params: { type: "books", data: { of: "$case.title" } } }))).toEqual([
      "unknown-type /machine/states/a/entry/params",
      "unknown-field /machine/states/a/entry/params",
    ]);
    expect(errorsIn(acting({ type: "task", params: { title: { fr: "Appeler" }, dueIn: "soon" } }))).toEqual([
      "action-params /machine/states/a/entry/params/dueIn",
    ]);
  });
});
