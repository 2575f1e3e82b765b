import { compileWorkflow } from "../../../engine/definition/compile-workflow.ts";
import type { CompiledWorkflow } from "../../../engine/definition/compiled-workflow.ts";
import { DefinitionError } from "../../../engine/definition/definition-error.ts";
import type { Finding } from "../../../engine/definition/finding.ts";
import { lintWorkflow } from "../../../engine/definition/lint-workflow.ts";
import type { WorkflowDefinition } from "../../../plugin-api/workflow-definition.ts";
import type { Caller } from "../../changes/caller.ts";
import { unfitDefinition } from "../definition-errors.ts";
import type { DefinitionsBase } from "../definitions-desk.ts";
import { engineTools } from "../engine-tools.ts";
import { officeLintContext } from "../office-lint-context.ts";

/** The definition made ready to decide with, and what lint only doubts. @throws DomainError `unfit-definition`. */
export function compileDraft(
  base: DefinitionsBase,
  caller: Pick<Caller, "language">,
  { definition, version }: { readonly definition: WorkflowDefinition; readonly version: number },
): { readonly workflow: CompiledWorkflow; readonly warnings: readonly Finding[] } {
  const { errors, warnings } = lintWorkflow(definition, officeLintContext(base, caller, definition.id));
  if (errors.length > 0) throw unfitDefinition(errors);
  try {
    const tools = engineTools(base.contributed, base.validator);
    return { workflow: compileWorkflow(definition, version, tools), warnings };
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    throw unfitDefinition([{ code: error.code, message: error.message, path: "/machine" }]);
  }
}
