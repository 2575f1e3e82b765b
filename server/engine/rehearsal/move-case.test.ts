import { describe, expect, it } from "vitest";
import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import { compileWorkflow } from "../definition/compile-workflow.ts";
import { accepted, create, facts, loans, tools } from "../testing/loans.ts";
import { moveCase } from "./move-case.ts";

const old = compileWorkflow(loans, 1, tools);
const { lent, cancelled } = loans.machine.states ?? {};
const reserved = { after: { P7D: "cancelled", P5D: "cancelled" } };
const others = { lent: { ...lent, on: {} }, cancelled: { ...cancelled } };
const current = create(old, { memberId: "m1", title: "Nadja" });
const to = (definition: WorkflowDefinition) => ({ from: old, to: compileWorkflow(definition, 2, tools) });
const later = { ...facts, now: "2026-03-12T09:00:00.000Z" };

describe("moveCase", () => {
  it("keeps the stage, the timers that both versions have, and runs no action", () => {
    const decision = accepted(moveCase(to(loans), current, null, later));
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
    const decision = accepted(moveCase(to(renamed), current, "held", later));
    expect(decision).toMatchObject({
      to: "held",
      arm: [{ key: "xstate.after.P3D.loans.held", dueAt: "2026-03-15T09:00:00.000Z" }],
      cancel: ["xstate.after.P7D.loans.reserved"],
    });
    expect(decision.after.stageSince).toBe(later.now);
  });

  it("goes to the leaf that a stage begins with", () => {
    expect(accepted(moveCase(to(loans), current, "lent", later)).to).toBe("lent.running");
  });

  it("begins a timer again whose delay is another, though its name and its key are the same", () => {
    const named = (duration: string): WorkflowDefinition => ({
      ...loans,
      delays: { ...loans.delays, pickUp: { duration } },
      machine: {
        ...loans.machine,
        states: { ...loans.machine.states, reserved: { after: { pickUp: "cancelled" } } },
      },
    });
    const from = compileWorkflow(named("P7D"), 1, tools);
    const waiting = create(from, { memberId: "m1", title: "Nadja" });
    const move = (duration: string) =>
      accepted(moveCase({ from, to: compileWorkflow(named(duration), 2, tools) }, waiting, null, later));
    expect(move("P7D")).toMatchObject({ arm: [], after: { armed: waiting.armed } });
    const key = "xstate.after.pickUp.loans.reserved";
    expect(move("P3D")).toMatchObject({
      arm: [{ key, dueAt: "2026-03-15T09:00:00.000Z" }],
      after: { armed: { [key]: "2026-03-15T09:00:00.000Z" } },
    });
  });

  it("does not send again the reminder that a case has had in its stage", () => {
    const reminded = { ...current, armed: {}, dueAt: null };
    expect(accepted(moveCase(to(loans), reminded, null, later))).toMatchObject({ arm: [], after: { armed: {} } });
    const sooner = { ...loans, machine: { ...loans.machine, states: { ...loans.machine.states, reserved } } };
    expect(accepted(moveCase(to(sooner), reminded, null, later)).arm).toMatchObject([{ delay: "P5D" }]);
  });

  it("refuses a stage that is not there", () => {
    const without = { ...loans, machine: { ...loans.machine, initial: "lent", states: others } };
    expect(moveCase(to(without), current, null, later)).toMatchObject({
      refusal: "rule",
      reasons: [{ code: "no-such-stage", message: "The version aimed at has no stage “Reserved”." }],
    });
  });

  it("refuses data that are not valid there", () => {
    const stricter = { ...loans, schema: { ...loans.schema, required: ["memberId", "title", "condition"] } };
    expect(moveCase(to(stricter), current, null, later)).toMatchObject({
      refusal: "record",
      errors: { condition: "This field is required." },
    });
  });
});
