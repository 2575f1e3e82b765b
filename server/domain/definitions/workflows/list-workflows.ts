import { inLanguage } from "../../../plugin-api/text.ts";
import type { Caller } from "../../changes/caller.ts";
import type { DefinitionsBase } from "../definitions-desk.ts";
import { requireAdministrator } from "../require-administrator.ts";

/** One line of the studio's list of workflows. */
export interface WorkflowSummary {
  readonly id: string;
  /** In the reader's language. */
  readonly title: string;
  /** The version in force; null when it was never published. */
  readonly version: number | null;
  /** Somebody is working on a draft of it. */
  readonly draft: boolean;
  /** The plugin that contributes it; null for the office's own. */
  readonly source: string | null;
}

/** Every workflow in force, and those that are only drafts, by id. @throws DomainError `administrators-only`. */
export async function listWorkflows(base: DefinitionsBase, caller: Caller): Promise<readonly WorkflowSummary[]> {
  requireAdministrator(caller);
  const drafts = new Map((await base.store.drafts("workflow")).map((draft) => [draft.id, draft]));
  const published = base.registry.types().filter((type) => type.kind === "workflow");
  const isPublished = new Set(published.map((type) => type.id));
  const inForce = published.map(({ id, definition, version, source = null }) => ({
    id,
    title: inLanguage(definition.title, caller.language),
    version,
    draft: drafts.has(id),
    source,
  }));
  const onlyDrafts = [...drafts.values()]
    .filter((draft) => draft.kind === "workflow" && draft.basedOn === 0 && !isPublished.has(draft.id))
    .map(({ id, kind, definition }) => ({
      id,
      title: kind === "workflow" ? inLanguage(definition.title, caller.language) : id,
      version: null,
      draft: true,
      source: null,
    }));
  return [...inForce, ...onlyDrafts].sort((left, right) => (left.id < right.id ? -1 : 1));
}
