import fc from "fast-check";
import { expect, test } from "vitest";
import { createAjvValidator } from "../../../server/adapters/validation/ajv-validator.ts";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { moveClock } from "../../../server/domain/timers/move-clock.ts";
import { compileWorkflow } from "../../../server/engine/definition/compile-workflow.ts";
import type { CompiledWorkflow } from "../../../server/engine/definition/compiled-workflow.ts";
import type { Case, CaseEvent } from "../../../server/engine/execution/case.ts";
import { decide } from "../../../server/engine/execution/decide.ts";
import { decideCreation } from "../../../server/engine/execution/decide-creation.ts";
import type { Decision } from "../../../server/engine/execution/decision.ts";
import type { Facts } from "../../../server/engine/execution/facts.ts";
import { isCase } from "../../../server/engine/execution/flatten-record.ts";
import { passTimer } from "../../../server/engine/execution/pass-timer.ts";
import { EVENTS, randomMachine, tapeOf } from "../../../server/engine/testing/random-machine.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import type { WorkflowDefinition } from "../../../server/plugin-api/workflow-definition.ts";
import { eachDatabase } from "../../support/databases.ts";
import { type Library, morning, openLibrary } from "../../support/library-office/open-library.ts";
import { idOf, refusalOf } from "./library-story.ts";

const tools = { validator: createAjvValidator(), guards: {} };
const schema = { type: "object", properties: { n: { type: "integer" } } } as const;
const tapes = fc.sample(fc.array(fc.nat(999), { minLength: 60, maxLength: 240 }), { seed: 20_261_123, numRuns: 20 });

/** Machines in which a case can begin: one that runs in circles at once is refused. */
const machines = tapes
  .map((tape, n) => ({ id: `random-${n}`, title: `Random ${n}`, schema, machine: randomMachine(tapeOf(tape)) }))
  .filter((definition) => decideCreation(compiled(definition), { id: "c", data: {} }, factsAt(morning)).accepted);

function compiled(definition: WorkflowDefinition): CompiledWorkflow {
  return compileWorkflow(definition, 1, tools);
}

function factsAt(now: string): Facts {
  const actor = { id: "desk", name: "desk", roles: ["desk"] };
  return { now, timeZone: "Europe/Paris", actor, language: "en", related: {}, counts: {} };
}

/** Where a case stands, and what it waits for. */
function standing({ state, stage, status, data, armed, remembered }: Case): object {
  return { state, stage, status, data, armed, remembered };
}

/** The same decision from what JSON keeps of the case. */
function decided(workflow: CompiledWorkflow, current: Case, { event, at }: { event: CaseEvent; at: string }): Decision {
  return decide(workflow, JSON.parse(JSON.stringify(current)), event, factsAt(at));
}

class RandomCase {
  readonly #library: Library;
  readonly #workflow: CompiledWorkflow;
  readonly #address: { readonly type: string; readonly id: string };

  constructor(library: Library, workflow: CompiledWorkflow, created: JsonObject) {
    this.#library = library;
    this.#workflow = workflow;
    this.#address = { type: workflow.definition.id, id: idOf(created) };
  }

  async stored(): Promise<Case> {
    const found = await this.#library.office.reader.get(this.#address.type, this.#address.id);
    if (!found || !isCase(found.record)) throw new Error("The case is gone");
    return found.record;
  }

  /** Sends the event, and holds what the database has afterwards to the pure decision. */
  async send(type: string): Promise<void> {
    const { office, clock } = this.#library;
    const before = await this.stored();
    const event = { type, payload: {}, source: "person" } as const;
    const expected = decided(this.#workflow, before, { event, at: clock.now() });
    const sent = sendEvent(office, this.#library.as("desk"), { ...this.#address, body: { type } });
    if (expected.accepted) await sent;
    else expect(await refusalOf(sent)).toHaveProperty("kind");
    expect(standing(await this.stored())).toEqual(standing(expected.accepted ? expected.after : before));
  }

  /** Lets two days go by, and holds what the timers made of the case to the pure decisions, in their order. */
  async wait(): Promise<number> {
    const { office, clock } = this.#library;
    let current = await this.stored();
    await moveClock(office, clock, new Date(Date.parse(clock.now()) + 2 * 86_400_000).toISOString());
    const history = await office.reader.history(this.#address.type, this.#address.id);
    const fired = history.filter(({ version }) => version > current.version);
    for (const { event: type, at } of fired) {
      const decision = decided(this.#workflow, current, { event: { type, payload: {}, source: "timer" }, at });
      // A timer whose rule says no is over, and the history tells so.
      current = (decision.accepted ? decision : passTimer(current, type, at)).after;
    }
    expect(standing(await this.stored())).toEqual(standing(current));
    return fired.length;
  }
}

eachDatabase((open) => {
  test("random machines end the same by pure decisions and through the database, timers included", async () => {
    await using database = await open();
    const library = await openLibrary(database, { workflows: machines });
    expect(machines.length).toBeGreaterThan(12);
    let fired = 0;
    for (const [n, definition] of machines.entries()) {
      const created = await createRecord(library.office, library.as("desk"), { type: definition.id, data: {} });
      const one = new RandomCase(library, compiled(definition), created);
      const choices = tapeOf(tapes[n] ?? [0]);
      for (let step = 0; step < 8; step += 1) {
        const choice = choices.next(EVENTS.length + 1);
        if (EVENTS[choice]) await one.send(EVENTS[choice]);
        else fired += await one.wait();
      }
    }
    expect(fired).toBeGreaterThan(3);
  });

  test("an action that its workflow calls “done.…” or “error.…” was offered, and refused to everybody", async () => {
    await using database = await open();
    const on = { "done.review": "reviewed", "error.found": "reviewed" };
    const machine = { initial: "asked", states: { asked: { on }, reviewed: {} } };
    const library = await openLibrary(database, { workflows: [{ id: "reviews", title: "Reviews", machine }] });
    const admin = library.as("admin");
    for (const type of Object.keys(on)) {
      const id = idOf(await createRecord(library.office, admin, { type: "reviews", data: {} }));
      const sent = sendEvent(library.office, admin, { type: "reviews", id, body: { type } });
      expect(await sent).toMatchObject({ stage: "reviewed" });
    }
  });

  test("names that only the engine uses are refused from outside, whatever the machine", async () => {
    await using database = await open();
    const library = await openLibrary(database, { workflows: machines });
    for (const definition of machines.slice(0, 5)) {
      const created = await createRecord(library.office, library.as("admin"), { type: definition.id, data: {} });
      const address = { type: definition.id, id: idOf(created) };
      const armed = Object.keys((await new RandomCase(library, compiled(definition), created).stored()).armed);
      for (const type of [...armed, "xstate.init", "xstate.done.state.s0", "xstate.after.P1D.s1", "xstate.route.s1"]) {
        const forged = sendEvent(library.office, library.as("admin"), { ...address, body: { type } });
        expect(await refusalOf(forged)).toMatchObject({ kind: "malformed", code: "unknown-event" });
      }
    }
  });
});
