import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import type { CompiledWorkflow } from "./compiled-workflow.ts";
import type { EngineTools } from "./engine-tools.ts";

/**
 * Makes a definition ready to decide with: about a millisecond, so once per version.
 * @throws DefinitionError when the machine cannot be built, such as for a target that is not there
 */
export function compileWorkflow(
  _definition: WorkflowDefinition,
  _version: number,
  _tools: EngineTools,
): CompiledWorkflow {
  throw new Error("not built yet");
}
