import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import type { Case, CaseEvent } from "./case.ts";
import type { Decision } from "./decision.ts";
import type { Facts } from "./facts.ts";

/** What the event makes of the case, or why it may not. Rights are the caller's to check. Pure. */
export function decide(_workflow: CompiledWorkflow, _current: Case, _event: CaseEvent, _facts: Facts): Decision {
  throw new Error("not built yet");
}
