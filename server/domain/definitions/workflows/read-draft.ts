import type { Caller } from "../../changes/caller.ts";
import { noDraft } from "../definition-errors.ts";
import type { DraftDefinition } from "../definition-store.ts";
import type { DefinitionsBase } from "../definitions-desk.ts";
import { requireAdministrator } from "../require-administrator.ts";

/** The draft of a workflow, as somebody left it. */
export type WorkflowDraft = Extract<DraftDefinition, { kind: "workflow" }>;

/** The draft of a workflow. @throws DomainError `administrators-only`, `no-draft`. */
export async function readDraft(base: DefinitionsBase, caller: Caller, id: string): Promise<WorkflowDraft> {
  requireAdministrator(caller);
  const draft = await base.store.draft("workflow", id);
  if (draft?.kind !== "workflow") throw noDraft(id);
  return draft;
}
