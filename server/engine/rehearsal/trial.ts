import type { JsonObject } from "../../plugin-api/json.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import type { Case, CaseEvent } from "../execution/case.ts";
import { decide } from "../execution/decide.ts";
import { decideCreation } from "../execution/decide-creation.ts";
import type { Accepted, Decision, Refused } from "../execution/decision.ts";
import type { Facts } from "../execution/facts.ts";

/** A case that is nobody's: it lives in memory, on a clock of its own, to try a definition on. */
export interface Trial {
  readonly current: Case;
  /** What happened to it, oldest first. */
  readonly steps: readonly TrialStep[];
}

/** One step of a trial. */
export interface TrialStep extends Pick<Accepted, "from" | "to" | "effects" | "arm"> {
  /** UTC ISO-8601, on the trial's clock. */
  readonly at: string;
  /** Of the case after it. */
  readonly version: number;
  /** Null for its creation. */
  readonly event: CaseEvent | null;
}

const id = "00000000-0000-7000-8000-000000000000";

/**
 * Begins a trial with what the form of creation was filled in with. Nothing is stored. Pure.
 *
 * @example
 * const trial = beginTrial(workflow, { memberId: "m1", title: "Nana" }, facts);
 */
export function beginTrial(workflow: CompiledWorkflow, data: JsonObject, facts: Facts): Trial | Refused {
  const { assigneeId, ...rest } = data;
  const draft = { id, data: rest, ...(typeof assigneeId === "string" && { assigneeId }) };
  return stepped([], { at: facts.now, event: null, decision: decideCreation(workflow, draft, facts) });
}

/** What an event makes of it. Effects are told, never done. Pure. */
export function sendInTrial(workflow: CompiledWorkflow, trial: Trial, asked: TrialEvent): Trial | Refused {
  const { event, facts } = asked;
  return stepped(trial.steps, { at: facts.now, event, decision: decide(workflow, trial.current, event, facts) });
}

/** An event that is sent to the case of a trial. */
export interface TrialEvent {
  readonly event: CaseEvent;
  readonly facts: Facts;
}

/** The timer that goes off next, as the event that it sends and the instant; null when it waits for nothing. */
export function nextTimer({ current }: Trial): { readonly event: CaseEvent; readonly dueAt: string } | null {
  const [soonest] = Object.entries(current.armed).toSorted(([, a], [, b]) => (a < b ? -1 : 1));
  if (!soonest) return null;
  const [type, dueAt] = soonest;
  return { event: { type, payload: {}, source: "timer" }, dueAt };
}

interface Deciding {
  readonly at: string;
  readonly event: CaseEvent | null;
  readonly decision: Decision;
}

function stepped(before: readonly TrialStep[], { at, event, decision }: Deciding): Trial | Refused {
  if (!decision.accepted) return decision;
  const { after, from, to, effects, arm } = decision;
  return { current: after, steps: [...before, { at, event, version: after.version, from, to, effects, arm }] };
}
