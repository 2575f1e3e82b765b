import type { Caller } from "../../changes/caller.ts";
import type { DefinitionsBase } from "../definitions-desk.ts";
import { readDraft } from "./read-draft.ts";

/** Throws a draft away; what is in force stays. @throws DomainError `administrators-only`, `no-draft`. */
export async function discardDraft(base: DefinitionsBase, caller: Caller, id: string): Promise<void> {
  await readDraft(base, caller, id);
  await base.store.discardDraft("workflow", id);
}
