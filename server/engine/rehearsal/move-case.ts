import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import type { Case } from "../execution/case.ts";
import type { Decision } from "../execution/decision.ts";
import type { Facts } from "../execution/facts.ts";

/**
 * The case on another version of its workflow, at `stage` (the stage that it stands in when null). Nothing is entered
 * or left: no action runs; the timers of the new stage are armed, the others cancelled, one that both know goes on as
 * it was. Refused when the machine has no such stage, or when the data are not valid there. Pure.
 */
export function moveCase(_to: CompiledWorkflow, _current: Case, _stage: string | null, _facts: Facts): Decision {
  throw new Error("not built yet");
}
