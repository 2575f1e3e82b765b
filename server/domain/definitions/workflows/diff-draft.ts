import { type DefinitionChange, diffDefinitions } from "../../../engine/definition/diff-definitions.ts";
import type { Caller } from "../../changes/caller.ts";
import { asJson } from "../as-json.ts";
import { latestWorkflow } from "../definition-in-force.ts";
import type { DefinitionsBase } from "../definitions-desk.ts";
import { requireAdministrator } from "../require-administrator.ts";
import type { DraftRequest } from "./lint-draft.ts";
import { readDraft } from "./read-draft.ts";

/**
 * What publishing the draft, or a definition that is not saved yet, would change, in sentences.
 *
 * @throws DomainError `administrators-only`, `no-draft`.
 */
export async function diffDraft(
  base: DefinitionsBase,
  caller: Caller,
  request: DraftRequest,
): Promise<readonly DefinitionChange[]> {
  requireAdministrator(caller);
  const latest = await latestWorkflow(base.store, request.id);
  const given = request.definition ?? (await readDraft(base, caller, request.id)).definition;
  return diffDefinitions(asJson(latest?.definition ?? {}), asJson(given), caller.language);
}
