import { describe, expect, it } from "vitest";
import { compileWorkflow } from "../definition/compile-workflow.ts";
import { accepted, create, event, facts, loans, tools } from "../testing/loans.ts";
import { decide } from "./decide.ts";
import { decideUpdate } from "./decide-update.ts";
import { neededFacts } from "./needed-facts.ts";

const workflow = compileWorkflow(loans, 4, tools);
const later = { ...facts, now: "2026-03-15T09:00:00.000Z" };
const key = "xstate.after.overdue.loans.lent.running";

function lent() {
  const current = create(workflow, { memberId: "m1", title: "Nadja" });
  const lend = event("LEND", { dueOn: "2026-03-31" });
  const requests = neededFacts(workflow, { current, event: lend }, facts);
  const counts = Object.fromEntries(requests.map((request) => [request.key, 0]));
  return accepted(decide(workflow, current, lend, { ...facts, counts })).after;
}

describe("decideUpdate", () => {
  it("edits fields, keeps the stage, and computes the timers of those fields again", () => {
    const decision = accepted(decideUpdate(workflow, lent(), { dueOn: "2026-04-05", note: "kept" }, later));
    expect(decision).toMatchObject({
      from: "lent.running",
      to: "lent.running",
      changes: { dueOn: { from: "2026-03-31", to: "2026-04-05" }, note: { from: null, to: "kept" } },
      arm: [{ key, dueAt: "2026-04-05T22:00:00.000Z" }],
      cancel: [],
    });
    expect(decision.after).toMatchObject({ version: 3, stageSince: facts.now, updatedAt: later.now });
  });

  it("stops the timer of a field that is emptied, and starts it when it is filled in again", () => {
    const emptied = accepted(decideUpdate(workflow, lent(), { dueOn: null }, later));
    expect(emptied).toMatchObject({ arm: [], cancel: [key], changes: { dueOn: { from: "2026-03-31", to: null } } });
    expect(emptied.after.dueAt).toBeNull();
    const filled = accepted(decideUpdate(workflow, emptied.after, { dueOn: "2026-04-01" }, later));
    expect(filled.arm).toMatchObject([{ key, dueAt: "2026-04-01T22:00:00.000Z" }]);
  });

  it("never fires the timer of a date that stands for “never”, however long after it", () => {
    const never = accepted(decideUpdate(workflow, lent(), { dueOn: "9999-12-31" }, later));
    expect(never.after.dueAt).toBe("9999-12-30T23:00:00.000Z");
  });

  it("leaves the case alone when nothing changes", () => {
    const current = lent();
    const decision = accepted(decideUpdate(workflow, current, { dueOn: "2026-03-31" }, later));
    expect(decision.changes).toEqual({});
    expect(decision.after).toBe(current);
  });

  it("assigns the case to somebody, and to nobody", () => {
    const assigned = accepted(decideUpdate(workflow, lent(), { assigneeId: "u2" }, later)).after;
    expect(assigned.assigneeId).toBe("u2");
    expect(accepted(decideUpdate(workflow, assigned, { assigneeId: null }, later)).changes).toEqual({
      assigneeId: { from: "u2", to: null },
    });
  });

  it("refuses wrong values and unknown fields", () => {
    expect(decideUpdate(workflow, lent(), { renewals: 7, colour: "red", title: null }, later)).toMatchObject({
      refusal: "record",
      errors: { renewals: "At most 3.", colour: "There is no such field here.", title: "This field is required." },
    });
  });

  it("edits a record that holds a field which its type no longer has", () => {
    const old = { ...lent(), data: { ...lent().data, shelf: "B2" } };
    const decision = accepted(decideUpdate(workflow, old, { note: "still here" }, later));
    expect(decision.after.data).toMatchObject({ shelf: "B2", note: "still here" });
  });
});
