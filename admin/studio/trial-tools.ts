import { compileWorkflow } from "../../server/engine/definition/compile-workflow.ts";
import type { CompiledWorkflow } from "../../server/engine/definition/compiled-workflow.ts";
import { DefinitionError } from "../../server/engine/definition/definition-error.ts";
import { builtInGuards } from "../../server/engine/execution/guards/built-in-guards.ts";
import type { GuardContribution } from "../../server/plugin-api/contributions/index.ts";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { createCfworkerValidator } from "../app/validation/cfworker-validator.ts";

const validator = createCfworkerValidator();

/** What is being edited, ready to run in the browser; or the sentence that tells why it cannot. */
export function compileForTrial(definition: WorkflowDefinition): CompiledWorkflow | string {
  const names = typesIn(definition.machine);
  const guards = Object.fromEntries([...names].map((name) => [name, heldRule]));
  try {
    return compileWorkflow(definition, 1, { validator, guards });
  } catch (error) {
    if (error instanceof DefinitionError) return error.message;
    throw error;
  }
}

/** The ids of the plugins' rules in what is being edited, each once: the trial takes them for kept. */
export function pluginRules(machine: unknown): readonly string[] {
  return [...new Set(guardsIn(machine))].filter((id) => !builtInGuards.has(id));
}

function guardsIn(part: unknown): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  const guards = ["guard" in part ? part.guard : [], "guards" in part ? part.guards : []].flat();
  const here = guards.flatMap((guard) => (isTyped(guard) ? [guard.type] : typeof guard === "string" ? [guard] : []));
  return [...here, ...Object.values(part).flatMap(guardsIn)];
}

function isTyped(part: unknown): part is { readonly type: string } {
  return typeof part === "object" && part !== null && "type" in part && typeof part.type === "string";
}

/** A plugin's rule runs on the server alone: here it counts as kept. */
const heldRule: GuardContribution = { title: "", evaluate: () => ({ ok: true }) };

/** Every `type` that the machine names: those that the engine does not have are the plugins'. */
function typesIn(part: unknown, found = new Set<string>()): Set<string> {
  if (typeof part !== "object" || part === null) return found;
  if ("type" in part && typeof part.type === "string") found.add(part.type);
  for (const member of Object.values(part)) typesIn(member, found);
  return found;
}
