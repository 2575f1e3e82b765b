import { expect, test } from "vitest";
import { learnedSteps } from "./learned-steps.ts";
import type { Judge, MachineRule } from "./machine.ts";
import { createXStateMachine, type XStateMachine } from "./xstate-machine.ts";

const isShort: MachineRule = { guard: { type: "short" }, internal: false, following: false };
const isKept: MachineRule = { guard: { type: "kept" }, internal: false, following: true };

const config = {
  id: "loan",
  initial: "out",
  states: {
    out: {
      on: {
        RETURN: [
          { target: "shelf", guard: { type: "rule", params: isShort }, actions: [note("days")] },
          { target: "desk", actions: [{ type: "do", params: { type: "tell", params: {} } }] },
        ],
      },
    },
    desk: {},
    shelf: { always: [{ target: "vault", guard: { type: "rule", params: isKept }, actions: [note("vault")] }] },
    vault: {},
  },
};

function note(field: string) {
  return { type: "set", params: { assignments: { [field]: `$case.${field}` } } };
}

/** The machine with the positions that XState was asked for, one after the other. */
function watched() {
  const asked: unknown[] = [];
  const xstate = createXStateMachine(config, new Map());
  const watching: XStateMachine = {
    ...xstate,
    step: (position, event, judge) => {
      asked.push(position.state);
      return xstate.step(position, event, judge);
    },
  };
  return { asked, xstate, machine: learnedSteps(watching) };
}

/** A judge of a loan of so many days, kept in the vault or not. */
const judgeOf = (days: number, kept: boolean): Judge => ({
  holds: (rule, patch) => (rule === isShort ? days < 21 : kept && patch["days"] === days),
  resolve: (assignments) => ("days" in assignments ? { days } : { vault: kept }),
});

const out = { state: "out", remembered: {} };

test("asks XState for a step once, and then only where the answers lead another way", () => {
  const { asked, xstate, machine } = watched();
  const cases = [judgeOf(3, true), judgeOf(4, true), judgeOf(30, true), judgeOf(40, false), judgeOf(5, false)];
  const learning = cases.map((judge) => machine.step(out, "RETURN", judge));
  expect(asked).toHaveLength(3);
  expect(learning).toEqual(cases.map((judge) => xstate.step(out, "RETURN", judge)));
  expect(learning.map(({ position, patch }) => [position.state, patch])).toEqual([
    ["vault", { days: 3, vault: true }],
    ["vault", { days: 4, vault: true }],
    ["desk", {}],
    ["desk", {}],
    ["shelf", { days: 5 }],
  ]);
  expect(cases.map((judge) => machine.step(out, "RETURN", judge))).toEqual(learning);
  expect(asked).toHaveLength(3);
});

test("events of any name, as long as whoever sends them likes, were all kept in memory", () => {
  const { asked, machine } = watched();
  const judge = judgeOf(3, false);
  for (const event of ["RETURN".padEnd(10_000, "N"), "RETURN".padEnd(10_000, "N")]) machine.step(out, event, judge);
  expect(asked).toHaveLength(2);
  for (const event of ["OTHER", "OTHER"]) machine.step(out, event, judge);
  expect(asked).toHaveLength(3);
});
