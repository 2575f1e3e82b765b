import { parseWorkflow } from "../../../engine/definition/parse-definition.ts";
import type { Caller } from "../../changes/caller.ts";
import { idTaken } from "../definition-errors.ts";
import type { DraftDefinition } from "../definition-store.ts";
import type { DefinitionsBase } from "../definitions-desk.ts";
import { parseDefinition } from "../parse-definition.ts";
import { requireAdministrator } from "../require-administrator.ts";
import { refuseReservedId } from "../reserved-ids.ts";

/**
 * Begins a new workflow as a draft: nothing is in force before it is published.
 *
 * @throws DomainError `administrators-only`, `invalid-definition`, `reserved-id`, `id-taken`.
 */
export async function createWorkflow(
  base: DefinitionsBase,
  caller: Caller,
  request: { readonly definition: unknown },
): Promise<DraftDefinition> {
  requireAdministrator(caller);
  const definition = parseDefinition(base, caller, { definition: request.definition, parse: parseWorkflow });
  refuseReservedId(definition.id);
  const published = await base.store.inForce();
  const isTaken = published.some((each) => each.kind !== "office" && each.id === definition.id);
  if (isTaken || (await base.store.draft("workflow", definition.id)) !== null) throw idTaken(definition.id);
  const draft: DraftDefinition = {
    kind: "workflow",
    id: definition.id,
    basedOn: 0,
    definition,
    savedAt: base.clock.now(),
    savedBy: caller.principal.name,
  };
  await base.store.saveDraft(draft);
  return draft;
}
