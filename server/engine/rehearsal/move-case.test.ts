import { describe, expect, it } from "vitest";
import { compileWorkflow } from "../definition/compile-workflow.ts";
import { accepted, create, facts, loans, tools } from "../testing/loans.ts";
import { moveCase } from "./move-case.ts";

const old = compileWorkflow(loans, 1, tools);
const { lent, cancelled } = loans.machine.states ?? {};
const others = { lent: { ...lent, on: {} }, cancelled: { ...cancelled } };
const current = create(old, { memberId: "m1", title: "Nadja" });
const later = { ...facts, now: "2026-03-12T09:00:00.000Z" };

describe("moveCase", () => {
  it("keeps the stage, the timers that both versions have, and runs no action", () => {
    const decision = accepted(moveCase(compileWorkflow(loans, 2, tools), current, null, later));
    expect(decision).toMatchObject({ from: "reserved", to: "reserved", changes: {}, arm: [], cancel: [], effects: [] });
    expect(decision.after).toMatchObject({
      version: 2,
      workflowVersion: 2,
      armed: current.armed,
      stageSince: facts.now,
    });
  });

  it("moves to the stage that it is mapped to, with the timers of that stage", () => {
    const renamed = {
      ...loans,
      machine: { ...loans.machine, initial: "held", states: { ...others, held: { after: { P3D: "cancelled" } } } },
    };
    const decision = accepted(moveCase(compileWorkflow(renamed, 2, tools), current, "held", later));
    expect(decision).toMatchObject({
      to: "held",
      arm: [{ key: "xstate.after.P3D.loans.held", dueAt: "2026-03-15T09:00:00.000Z" }],
      cancel: ["xstate.after.P7D.loans.reserved"],
    });
    expect(decision.after.stageSince).toBe(later.now);
  });

  it("goes to the leaf that a stage begins with", () => {
    expect(accepted(moveCase(compileWorkflow(loans, 2, tools), current, "lent", later)).to).toBe("lent.running");
  });

  it("refuses a stage that is not there", () => {
    const without = { ...loans, machine: { ...loans.machine, initial: "lent", states: others } };
    expect(moveCase(compileWorkflow(without, 2, tools), current, null, later)).toMatchObject({
      refusal: "rule",
      reasons: [{ code: "no-such-stage", message: "The version aimed at has no stage “reserved”." }],
    });
  });

  it("refuses data that are not valid there", () => {
    const stricter = { ...loans, schema: { ...loans.schema, required: ["memberId", "title", "condition"] } };
    expect(moveCase(compileWorkflow(stricter, 2, tools), current, null, later)).toMatchObject({
      refusal: "record",
      errors: { condition: "This field is required." },
    });
  });
});
