import { describe, expect, it } from "vitest";
import type { StateDefinition } from "../../plugin-api/workflow-definition.ts";
import { decide } from "../execution/decide.ts";
import { lintStates } from "../testing/lint.ts";
import { accepted, compileMachineOf, create, event, facts } from "../testing/loans.ts";

const chain = (count: number): { [name: string]: StateDefinition } =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [n === 0 ? "a" : `s${n}`, { on: { GO: `s${(n % (count - 1)) + 1}` } }]),
  );

function nested(levels: number): StateDefinition {
  let state: StateDefinition = {};
  for (let level = 0; level < levels; level += 1) state = { initial: "a", states: { a: state } };
  return state;
}

const regions = (count: number): StateDefinition => ({
  type: "parallel",
  states: Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`r${n}`, { initial: "x", states: { x: { on: { GO: "y" } }, y: {} } }]),
  ),
});

describe("a machine that is too large", () => {
  it.each([
    ["too-many-states", chain(5000), "The machine has 5000 stages; 1000 is the most. Split the workflow."],
    ["too-many-levels", { a: nested(200) }, "Stages lie in each other 201 deep; 16 is the most. Flatten them."],
    ["too-many-regions", { a: regions(300) }, "300 parts run beside each other; 32 is the most. Split the workflow."],
  ])("is told by lint, %s, and nothing else of it is looked at", (code, states, message) => {
    expect(lintStates(states).errors).toEqual([{ code, path: "/machine", message }]);
    expect(() => compileMachineOf({ initial: "a", states })).toThrow(/\d+ at most/);
  });

  it.each([
    ["states", { initial: "a", states: chain(1000) }],
    ["levels", nested(16)],
    ["regions", regions(32)],
  ])("is not one with the most %s that may be: it is worked out in a moment", (_what, machine) => {
    const compiled = compileMachineOf(machine);
    const before = process.cpuUsage();
    const current = create(compiled);
    if (machine.states?.["a"]?.initial === undefined) accepted(decide(compiled, current, event("GO"), facts));
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000);
  });
});
