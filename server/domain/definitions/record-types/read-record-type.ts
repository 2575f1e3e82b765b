import type { RecordTypeDefinition } from "../../../plugin-api/record-type-definition.ts";
import type { Caller } from "../../changes/caller.ts";
import { unknownVersion } from "../definition-errors.ts";
import { recordTypeInForce } from "../definition-in-force.ts";
import type { DefinitionsBase } from "../definitions-desk.ts";
import { requireAdministrator } from "../require-administrator.ts";

/**
 * The definition in force, or that of an earlier version.
 *
 * @throws DomainError `administrators-only`, `unknown-record-type`, `unknown-version`.
 */
export async function readRecordType(
  base: DefinitionsBase,
  caller: Caller,
  { id, version }: { readonly id: string; readonly version?: number },
): Promise<RecordTypeDefinition> {
  requireAdministrator(caller);
  const latest = await recordTypeInForce(base.store, id);
  if (version === undefined || version === latest.version) return latest.definition;
  const earlier = await base.store.version("record-type", id, version);
  if (earlier?.kind !== "record-type") throw unknownVersion(id, version);
  return earlier.definition;
}
