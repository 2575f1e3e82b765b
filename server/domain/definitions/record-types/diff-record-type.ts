import { type DefinitionChange, diffDefinitions } from "../../../engine/definition/diff-definitions.ts";
import type { Caller } from "../../changes/caller.ts";
import { asJson } from "../as-json.ts";
import { latestRecordType } from "../definition-in-force.ts";
import type { DefinitionsBase } from "../definitions-desk.ts";
import { requireAdministrator } from "../require-administrator.ts";

/** What publishing that definition would change, in sentences. @throws DomainError `administrators-only`. */
export async function diffRecordType(
  base: DefinitionsBase,
  caller: Caller,
  { id, definition }: { readonly id: string; readonly definition: unknown },
): Promise<readonly DefinitionChange[]> {
  requireAdministrator(caller);
  const latest = await latestRecordType(base.store, id);
  return diffDefinitions(asJson(latest?.definition ?? {}), asJson(definition), caller.language);
}
