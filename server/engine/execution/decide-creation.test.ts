import { describe, expect, it } from "vitest";
import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import { compileWorkflow } from "../definition/compile-workflow.ts";
import { accepted, compileMachineOf, facts, loans, tools } from "../testing/loans.ts";
import { decideCreation } from "./decide-creation.ts";
import { neededFacts } from "./needed-facts.ts";

const workflow = compileWorkflow(loans, 4, tools);

const visits: WorkflowDefinition = {
  id: "visits",
  title: "Visits",
  schema: {
    type: "object",
    properties: { walkIn: { type: "boolean" }, memberId: { type: "string" }, cameAt: { type: "string" } },
  },
  create: {
    form: {
      type: "object",
      properties: { walkIn: { type: "boolean" }, memberId: { type: "string" }, hurry: { type: "boolean" } },
    },
    guard: {
      type: "count",
      params: {
        type: "visits",
        filter: { memberId: "$case.memberId", status: "active" },
        is: "=",
        than: 0,
        code: "here",
      },
    },
  },
  machine: {
    initial: "booked",
    states: {
      booked: {
        always: {
          target: "waiting",
          guard: { type: "compare", params: { left: "case.walkIn", is: "=", right: true } },
        },
      },
      waiting: { entry: { type: "set", params: { cameAt: "$now" } } },
    },
  },
};

describe("decideCreation", () => {
  it("makes a case in its first stage, its timers running, every field a change", () => {
    const decision = accepted(decideCreation(workflow, { id: "c1", data: { memberId: "m1", title: "Nadja" } }, facts));
    expect(decision.after).toEqual({
      id: "c1",
      type: "loans",
      version: 1,
      createdAt: facts.now,
      updatedAt: facts.now,
      data: { memberId: "m1", title: "Nadja" },
      state: "reserved",
      remembered: {},
      armed: { "xstate.after.P7D.loans.reserved": "2026-03-17T09:00:00.000Z" },
      stage: "reserved",
      status: "active",
      assigneeId: null,
      stageSince: facts.now,
      dueAt: "2026-03-17T09:00:00.000Z",
      workflowVersion: 4,
    });
    expect(decision).toMatchObject({
      from: null,
      to: "reserved",
      changes: { memberId: { from: null, to: "m1" }, title: { from: null, to: "Nadja" } },
      arm: [{ key: "xstate.after.P7D.loans.reserved", delay: "P7D" }],
    });
  });

  it("takes eventless transitions at once: a walk-in waits", () => {
    const compiled = compileWorkflow(visits, 1, tools);
    const walkIn = decideCreation(compiled, { id: "v1", data: { walkIn: true } }, facts);
    expect(accepted(walkIn).after).toMatchObject({ stage: "waiting", data: { cameAt: facts.now } });
    const booked = decideCreation(compiled, { id: "v2", data: { walkIn: false } }, facts);
    expect(accepted(booked).after.stage).toBe("booked");
  });

  it("keeps fields of the data that the form does not ask for, and drops those that only the form has", () => {
    const compiled = compileWorkflow(visits, 1, tools);
    const decision = decideCreation(compiled, { id: "v1", data: { hurry: true, cameAt: "then" } }, facts);
    expect(accepted(decision).after.data).toEqual({ cameAt: "then" });
  });

  it("refuses data that are not valid, by field, before its rule", () => {
    expect(decideCreation(workflow, { id: "c1", data: { title: "", colour: "red" } }, facts)).toMatchObject({
      refusal: "record",
      errors: {
        memberId: "This field is required.",
        title: "This field is required.",
        colour: "There is no such field here.",
      },
    });
  });

  it("refuses any field of a workflow without data", () => {
    const bare = compileMachineOf({ initial: "a", states: { a: {} } });
    expect(decideCreation(bare, { id: "c1", data: { x: 1 } }, facts)).toMatchObject({
      errors: { x: expect.any(String) },
    });
  });

  it("refuses what the rule of creation blocks, over counts that it asked for", () => {
    const compiled = compileWorkflow(visits, 1, tools);
    const draft = { id: "v1", data: { memberId: "m1" } };
    const [request] = neededFacts(compiled, { draft }, facts);
    expect(request).toMatchObject({ type: "visits", filter: { memberId: "m1", status: "active" } });
    const counted = (count: number) => ({ ...facts, counts: { [request?.key ?? ""]: count } });
    expect(decideCreation(compiled, draft, counted(1))).toMatchObject({ refusal: "rule", reasons: [{ code: "here" }] });
    expect(decideCreation(compiled, draft, counted(0)).accepted).toBe(true);
  });

  it("blocks rather than guesses when a count is missing", () => {
    const compiled = compileWorkflow(visits, 1, tools);
    const decision = decideCreation(compiled, { id: "v1", data: { memberId: "m1" } }, facts);
    expect(decision).toMatchObject({ refusal: "rule", reasons: [{ code: "uncounted" }] });
  });

  it("takes the assignee from the draft or from the data", () => {
    const data = { memberId: "m1", title: "Nadja" };
    const given = decideCreation(workflow, { id: "c1", data: { ...data, assigneeId: "u2" } }, facts);
    expect(accepted(given).after).toMatchObject({ assigneeId: "u2", data });
    const assigned = decideCreation(workflow, { id: "c1", data, assigneeId: "u3" }, facts);
    expect(accepted(assigned).changes["assigneeId"]).toEqual({ from: null, to: "u3" });
  });

  it("refuses a machine that turns without end from the start", () => {
    const endless = compileMachineOf({ initial: "a", states: { a: { always: "b" }, b: { always: "a" } } });
    expect(decideCreation(endless, { id: "c1", data: {} }, facts)).toMatchObject({
      reasons: [{ code: "endless-loop" }],
    });
  });

  it("plans the effects of creation after those of the first stage", () => {
    const definition: WorkflowDefinition = {
      id: "small",
      title: "Small",
      machine: { initial: "a", states: { a: { entry: "greet" } } },
      effects: { create: [{ type: "task", params: { title: "Look", dueOn: { $date: "$today", plus: "P1D" } } }] },
    };
    const { effects } = accepted(decideCreation(compileWorkflow(definition, 1, tools), { id: "c1", data: {} }, facts));
    expect(effects).toEqual([
      { type: "greet", params: {}, key: "c1/1/0" },
      { type: "task", params: { title: "Look", dueOn: "2026-03-11" }, key: "c1/1/1" },
    ]);
  });
});
