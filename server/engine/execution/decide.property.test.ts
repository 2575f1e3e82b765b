import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign, createActor, SimulatedClock, setup } from "xstate";
import type { StateDefinition } from "../../plugin-api/workflow-definition.ts";
import { compileMachineOf, event, facts, timer } from "../testing/loans.ts";
import { EVENTS, randomMachine, tapeOf } from "../testing/random-machine.ts";
import type { Case } from "./case.ts";
import { decide } from "./decide.ts";
import { decideCreation } from "./decide-creation.ts";
import { compares, isComparison } from "./guards/comparison.ts";
import { sameJson } from "./merge-data.ts";

const schema = { type: "object", properties: { n: { type: "integer" } } } as const;

/** XState's own actor over the same machine, with its own implementations of `set` and `compare`. */
function actorOf(machine: StateDefinition) {
  const builder = setup({
    types: {} as { context: { n?: number }; events: { type: string } },
    actions: { set: assign((_args, params: { n: number }) => params) },
    guards: {
      compare: ({ context }, params: { is: string; right: number }) =>
        isComparison(params.is) && compares(context.n ?? null, params.is, params.right),
    },
    delays: { P1D: 86_400_000 },
  });
  const config: unknown = { ...machine, options: { maxIterations: 100 }, context: {} };
  const built = builder.createMachine(config as Parameters<typeof builder.createMachine>[0]);
  const actor = createActor(built, { clock: new SimulatedClock() });
  actor.subscribe({ error: () => {} });
  return actor.start();
}

/** Each step on another day, so that every timer armed by the steps before is due. */
function dayOf(step: number) {
  return { ...facts, now: new Date(Date.UTC(2030, 0, 1 + 2 * step)).toISOString() };
}

function roundTrip(current: Case): Case {
  return JSON.parse(JSON.stringify(current));
}

describe("decide against XState's own actor", () => {
  it("stands in the same states with the same data after any events, through JSON at every step", () => {
    let compared = 0;
    const numbers = fc.array(fc.nat(999), { minLength: 60, maxLength: 240 });
    const steps = fc.array(fc.nat(999), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(numbers, steps, (drawn, chosen) => {
        const definition = randomMachine(tapeOf(drawn));
        const workflow = compileMachineOf(definition, schema);
        const born = decideCreation(workflow, { id: "c1", data: {} }, facts);
        // A loop without end is refused here; XState's actor stops with an error.
        if (!born.accepted) return;
        const actor = actorOf(definition);
        let current = born.after;
        for (const [step, choice] of chosen.entries()) {
          const snapshot = actor.getSnapshot();
          expect(current.state).toEqual(snapshot.value);
          expect(sameJson(current.data["n"] ?? null, snapshot.context.n ?? null)).toBe(true);
          expect(current.status).toBe(snapshot.status);
          compared += 1;
          if (snapshot.status === "done") return;
          const keys = Object.keys(current.armed);
          const key = choice % 5 === 0 ? keys[choice % keys.length] : undefined;
          const type = key ?? EVENTS[choice % EVENTS.length] ?? "A";
          const decision = decide(
            workflow,
            roundTrip(current),
            key === undefined ? event(type) : timer(type),
            dayOf(step),
          );
          if (!decision.accepted && decision.reasons.some(({ code }) => code === "endless-loop")) return;
          actor.send({ type });
          current = decision.accepted ? decision.after : current;
        }
        expect(current.state).toEqual(actor.getSnapshot().value);
      }),
      { numRuns: 150, seed: 20_260_310, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(500);
  });

  it("decides the same of the same, and keeps exactly the timers of the active states", () => {
    const numbers = fc.array(fc.nat(999), { minLength: 60, maxLength: 240 });
    fc.assert(
      fc.property(numbers, fc.array(fc.nat(3), { maxLength: 8 }), (drawn, chosen) => {
        const workflow = compileMachineOf(randomMachine(tapeOf(drawn)), schema);
        const born = decideCreation(workflow, { id: "c1", data: {} }, facts);
        if (!born.accepted) return;
        let current = born.after;
        for (const choice of chosen) {
          const sent = event(EVENTS[choice] ?? "A");
          const decision = decide(workflow, current, sent, facts);
          expect(decide(workflow, roundTrip(current), sent, facts)).toEqual(decision);
          if (!decision.accepted) continue;
          current = decision.after;
          const timers = workflow.machine.standing(current).timers.map(({ key }) => key);
          expect(Object.keys(current.armed).sort()).toEqual(current.status === "done" ? [] : timers.sort());
        }
      }),
      { numRuns: 80, seed: 20_260_311, endOnFailure: true },
    );
  });
});
