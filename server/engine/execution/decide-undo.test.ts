import { describe, expect, it } from "vitest";
import type { StateDefinition } from "../../plugin-api/workflow-definition.ts";
import { accepted, compileMachineOf, create, event, facts } from "../testing/loans.ts";
import type { Case } from "./case.ts";
import { decide } from "./decide.ts";
import { decideUndo } from "./decide-undo.ts";

const machine: StateDefinition = {
  initial: "waiting",
  states: {
    waiting: {
      after: { P7D: "gone" },
      on: {
        CALL: { target: "inside", meta: { undo: "PT1H", title: { fr: "Recevoir", en: "Receive" } } },
        WARN: { target: "inside", actions: { type: "notify", params: {} }, meta: { undo: "PT1H" } },
        LEAVE: "gone",
      },
    },
    inside: { entry: { type: "set", params: { calledAt: "$now" } }, after: { PT2H: "gone" } },
    gone: { type: "final" },
  },
};
const workflow = compileMachineOf(machine, {
  type: "object",
  properties: { calledAt: { type: "string" }, name: { type: "string" } },
});
const at = (now: string) => ({ ...facts, now });
const before: Case = create(workflow, { name: "Anne" });
const taken = (name: string) => accepted(decide(workflow, before, event(name), facts)).after;
const last = (name: string) => ({ event: name, at: facts.now, before });

describe("decideUndo", () => {
  it("makes the case again what it was, as a further version of it", () => {
    const soon = at("2026-03-10T09:59:00.000Z");
    const undone = accepted(decideUndo(workflow, taken("CALL"), last("CALL"), soon));
    expect(undone.after).toEqual({ ...before, version: 3, updatedAt: soon.now });
    expect(undone).toMatchObject({ from: "inside", to: "waiting", effects: [] });
    expect(undone.changes).toEqual({ calledAt: { from: facts.now, to: null } });
  });

  it("runs the timers that the step stopped to when they ran before, and stops those that it began", () => {
    const inside = taken("CALL");
    const undone = accepted(decideUndo(workflow, inside, last("CALL"), facts));
    const [key = "", dueAt = ""] = Object.entries(before.armed)[0] ?? [];
    expect(undone.arm).toEqual([{ key, event: key, dueAt, delay: "P7D" }]);
    expect(undone.cancel).toEqual(Object.keys(inside.armed));
  });

  it.each([
    ["too long after it", "CALL", "2026-03-10T10:00:01.000Z", "It is too late to take back the last step."],
    ["when the definition does not say so", "LEAVE", facts.now, "The last step cannot be taken back."],
    ["when it acted beyond the case", "WARN", facts.now, "The last step cannot be taken back."],
  ])("refuses %s", (_, name, now, message) => {
    expect(decideUndo(workflow, taken(name), last(name), at(now))).toMatchObject({
      accepted: false,
      refusal: "rule",
      reasons: [{ code: "not-undoable", message }],
    });
  });

  it("refuses when nothing was done yet, and once the case came to another version of its workflow", () => {
    expect(decideUndo(workflow, before, null, facts)).toMatchObject({ accepted: false });
    const old = { ...last("CALL"), before: { ...before, workflowVersion: 0 } };
    expect(decideUndo(workflow, taken("CALL"), old, facts)).toMatchObject({ accepted: false });
  });
});
