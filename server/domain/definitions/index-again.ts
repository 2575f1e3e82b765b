import { searchEntriesOf } from "../records/search-index-entry.ts";
import type { DefinitionsDesk } from "./definitions-desk.ts";
import { indexSignatures } from "./index-signatures.ts";

/**
 * Writes the search entries again of every type that is no longer searched, sorted or called as when they were made:
 * after each publication, and at start, where a process may have ended between the two.
 */
export async function indexAgain(desk: Pick<DefinitionsDesk, "registry" | "storage" | "office">): Promise<void> {
  const { registry, storage, office } = desk;
  const before = await storage.madeFor();
  for (const [type, signature] of indexSignatures(registry.types())) {
    if (before.get(type.id) !== signature) await storage.reindex(type, searchEntriesOf(office), signature);
  }
}
