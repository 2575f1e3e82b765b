import type { WorkflowDefinition } from "../../../plugin-api/workflow-definition.ts";
import type { Caller } from "../../changes/caller.ts";
import { unknownVersion } from "../definition-errors.ts";
import { workflowInForce } from "../definition-in-force.ts";
import type { DefinitionsBase } from "../definitions-desk.ts";
import { requireAdministrator } from "../require-administrator.ts";

/**
 * The definition in force, or that of an earlier version.
 *
 * @throws DomainError `administrators-only`, `unknown-workflow`, `unknown-version`.
 */
export async function readWorkflow(
  base: DefinitionsBase,
  caller: Caller,
  { id, version }: { readonly id: string; readonly version?: number },
): Promise<WorkflowDefinition> {
  requireAdministrator(caller);
  const latest = await workflowInForce(base.store, id);
  if (version === undefined || version === latest.version) return latest.definition;
  const earlier = await base.store.version("workflow", id, version);
  if (earlier?.kind !== "workflow") throw unknownVersion(id, version);
  return earlier.definition;
}
