import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { plugin as offerCheck } from "../../../plugins/offer-check/plugin.ts";
import { createAjvValidator } from "../../../server/adapters/validation/ajv-validator.ts";
import { compileWorkflow } from "../../../server/engine/definition/compile-workflow.ts";
import type { CompiledWorkflow } from "../../../server/engine/definition/compiled-workflow.ts";
import type { Case, CaseDraft, CaseEvent } from "../../../server/engine/execution/case.ts";
import { decide } from "../../../server/engine/execution/decide.ts";
import { decideCreation } from "../../../server/engine/execution/decide-creation.ts";
import { decideUpdate } from "../../../server/engine/execution/decide-update.ts";
import type { Decision } from "../../../server/engine/execution/decision.ts";
import type { Facts, KnownFacts } from "../../../server/engine/execution/facts.ts";
import { furtherFacts } from "../../../server/engine/execution/further-facts.ts";
import { neededFacts, type Question } from "../../../server/engine/execution/needed-facts.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import type { WorkflowDefinition } from "../../../server/plugin-api/workflow-definition.ts";

/** The office pack of the product. */
export const pack = "workflows";

/** A story that a workflow must tell as written; the format is described in `workflows/README.md`. */
export interface Scenario {
  readonly title: string;
  readonly today: string;
  readonly case: JsonObject;
  readonly related?: KnownFacts["related"];
  readonly counts?: { readonly [type: string]: number };
  readonly stage?: string;
  readonly refused?: string;
  readonly steps?: readonly ScenarioStep[];
}

/** One thing that happens to the case, and what must come of it. */
export interface ScenarioStep extends Partial<Pick<Scenario, "related" | "counts" | "stage" | "refused" | "case">> {
  readonly event?: string;
  readonly payload?: JsonObject;
  readonly update?: JsonObject;
  readonly day?: string;
  readonly effects?: readonly string[];
}

/** What a step led to. */
export interface Told {
  readonly stage: string;
  readonly data: JsonObject;
  readonly effects: readonly string[];
  /** Codes of the reasons; empty when nothing was refused. */
  readonly refused: readonly string[];
}

/** Ids of the workflows of the pack. */
export function workflowIds(): readonly string[] {
  return readdirSync(pack, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(pack, entry.name)).includes("workflow.json"))
    .map((entry) => entry.name);
}

function readWorkflow(id: string): WorkflowDefinition {
  return JSON.parse(readFileSync(join(pack, id, "workflow.json"), "utf8"));
}

/** What is told of a workflow in its folder, a story a file. */
export function scenariosOf(id: string): readonly Scenario[] {
  const folder = join(pack, id, "scenarios");
  return readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")));
}

/** The workflow as it runs, with the rules that its plugins bring. */
export function compiled(id: string): CompiledWorkflow {
  return compileWorkflow(readWorkflow(id), 1, {
    validator: createAjvValidator(),
    guards: offerCheck.guards ?? {},
  });
}

/** Plays a scenario through the pure engine: records and counts are those it gives. */
export class ScenarioPlayer {
  readonly #workflow: CompiledWorkflow;
  #case: Case | null = null;
  #now: string;
  #related: KnownFacts["related"];
  #counts: { readonly [type: string]: number };

  constructor(workflow: CompiledWorkflow, scenario: Scenario) {
    this.#workflow = workflow;
    this.#now = morningOf(scenario.today);
    this.#related = scenario.related ?? {};
    this.#counts = scenario.counts ?? {};
  }

  create(data: JsonObject): Told {
    const draft: CaseDraft = { id: "case-1", data };
    return this.#take([decideCreation(this.#workflow, draft, this.#facts({ draft }))]);
  }

  play(step: ScenarioStep): Told {
    this.#related = step.related ?? this.#related;
    this.#counts = { ...this.#counts, ...step.counts };
    if (step.day !== undefined) return this.#wait(morningOf(step.day));
    if (step.update !== undefined) return this.#update(step.update);
    if (step.event !== undefined)
      return this.#send({ type: step.event, payload: step.payload ?? {}, source: "person" });
    return this.#take([]);
  }

  #send(event: CaseEvent): Told {
    return this.#take([
      decide(this.#workflow, this.#current(), event, this.#facts({ current: this.#current(), event })),
    ]);
  }

  #update(patch: JsonObject): Told {
    const current = this.#current();
    return this.#take([decideUpdate(this.#workflow, current, patch, this.#facts({ current, event: null }))]);
  }

  /** Fires what is due until then, the soonest first. */
  #wait(until: string): Told {
    const decisions: Decision[] = [];
    for (;;) {
      const [due] = Object.entries(this.#current().armed)
        .filter(([, dueAt]) => dueAt <= until)
        .sort(([, one], [, other]) => (one < other ? -1 : 1));
      if (due === undefined) break;
      const [key, dueAt] = due;
      if (dueAt > this.#now) this.#now = dueAt;
      const event: CaseEvent = { type: key, payload: {}, source: "timer" };
      const decision = decide(this.#workflow, this.#current(), event, this.#facts({ current: this.#current(), event }));
      if (!decision.accepted) throw new Error(`The timer ${key} is refused: ${decision.refusal}`);
      this.#case = decision.after;
      decisions.push(decision);
    }
    this.#now = until;
    return this.#take(decisions);
  }

  #take(decisions: readonly Decision[]): Told {
    const last = decisions.at(-1);
    if (last?.accepted) this.#case = last.after;
    return {
      stage: this.#case?.stage ?? "",
      data: this.#case?.data ?? {},
      effects: decisions.flatMap((each) => (each.accepted ? each.effects.map(({ type }) => type) : [])),
      refused: decisions.flatMap((each) =>
        each.accepted ? [] : [each.refusal, ...each.reasons.map(({ code }) => code)],
      ),
    };
  }

  #current(): Case {
    if (this.#case === null) throw new Error("The case was not created");
    return this.#case;
  }

  #facts(question: Question): Facts {
    const known: KnownFacts = {
      now: this.#now,
      timeZone: "Europe/Paris",
      actor: { id: "user-1", name: "Nadège Thévenin", roles: ["advisor"] },
      related: this.#related,
    };
    let facts: Facts = { ...known, counts: {} };
    let asked = neededFacts(this.#workflow, question, known);
    do {
      const counted = Object.fromEntries(asked.map(({ key, type }) => [key, this.#counts[type] ?? 0]));
      facts = { ...known, counts: { ...facts.counts, ...counted } };
      asked = furtherFacts(this.#workflow, question, facts);
    } while (asked.length > 0);
    return facts;
  }
}

/** Nine o'clock in winter, ten in summer. */
function morningOf(day: string): string {
  return `${day}T08:00:00.000Z`;
}
