import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import type { CaseDraft } from "./case.ts";
import type { Decision } from "./decision.ts";
import type { Facts } from "./facts.ts";

/** The case in its first stage, eventless transitions taken, or why it may not be created. Roles are the caller's to check. Pure. */
export function decideCreation(_workflow: CompiledWorkflow, _draft: CaseDraft, _facts: Facts): Decision {
  throw new Error("not built yet");
}
