import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";

/** A definition made ready to decide with. Made once per version by `compileWorkflow`, the one place that knows XState. */
export interface CompiledWorkflow {
  readonly definition: WorkflowDefinition;
  readonly version: number;
}
