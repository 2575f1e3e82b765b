import { parseWorkflow } from "../../../engine/definition/parse-definition.ts";
import type { Caller } from "../../changes/caller.ts";
import { publishedInBetween, unknownWorkflow } from "../definition-errors.ts";
import { latestWorkflow, requireOwn } from "../definition-in-force.ts";
import type { DraftDefinition } from "../definition-store.ts";
import type { DefinitionsBase } from "../definitions-desk.ts";
import { parseDefinition } from "../parse-definition.ts";
import { requireAdministrator } from "../require-administrator.ts";

/** A draft to keep, fit to publish or not. */
export interface SaveDraftRequest {
  readonly id: string;
  readonly definition: unknown;
  /** The published version that the author began from, where they tell it. */
  readonly basedOn?: number;
}

/**
 * Keeps a draft of a workflow in place of the one that was there. It may be unfit to publish: lint tells.
 *
 * @throws DomainError `administrators-only`, `unknown-workflow`, `contributed-by-plugin`, `invalid-definition`,
 * `id-cannot-change`, `published-in-between`.
 */
export async function saveDraft(
  base: DefinitionsBase,
  caller: Caller,
  request: SaveDraftRequest,
): Promise<DraftDefinition> {
  requireAdministrator(caller);
  const { id } = request;
  const latest = await latestWorkflow(base.store, id);
  if (latest === null && (await base.store.draft("workflow", id)) === null) throw unknownWorkflow(id);
  requireOwn(latest);
  const definition = parseDefinition(base, caller, { definition: request.definition, parse: parseWorkflow, id });
  const basedOn = latest?.version ?? 0;
  if (request.basedOn !== undefined && request.basedOn !== basedOn) throw publishedInBetween(id);
  const savedBy = caller.principal.name;
  const draft: DraftDefinition = { kind: "workflow", id, basedOn, definition, savedAt: base.clock.now(), savedBy };
  await base.store.saveDraft(draft);
  return draft;
}
