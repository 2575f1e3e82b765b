import type { Caller } from "../../changes/caller.ts";
import type { KindedDefinition } from "../definition-store.ts";
import type { DefinitionsBase } from "../definitions-desk.ts";
import { requireAdministrator } from "../require-administrator.ts";
import type { PackFiles } from "./office-pack.ts";

/**
 * The office's own definitions in force, as the files of a pack. Those of plugins go with their plugins.
 *
 * @throws DomainError `administrators-only`.
 */
export async function exportOffice(base: DefinitionsBase, caller: Caller): Promise<PackFiles> {
  requireAdministrator(caller);
  const own = (await base.store.inForce()).filter((each) => each.source === null);
  return new Map(own.map((each) => [packPath(each), `${JSON.stringify(each.definition, null, 2)}\n`]));
}

/** Where a definition stands in a pack. */
export function packPath({ kind, definition }: KindedDefinition): string {
  if (kind === "office") return "office.json";
  return kind === "record-type" ? `records/${definition.id}.json` : `${definition.id}/workflow.json`;
}
