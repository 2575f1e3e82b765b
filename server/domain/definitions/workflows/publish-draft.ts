import { stagesOf } from "../../../engine/definition/stages.ts";
import type { WorkflowDefinition } from "../../../plugin-api/workflow-definition.ts";
import type { Caller } from "../../changes/caller.ts";
import { publishedInBetween, unacknowledged, unknownStages } from "../definition-errors.ts";
import { latestWorkflow } from "../definition-in-force.ts";
import type { DefinitionsDesk } from "../definitions-desk.ts";
import { publishDefinitions } from "../publish-definitions.ts";
import { reviewData } from "../review-data.ts";
import { compileDraft } from "./compile-draft.ts";
import type { TimerChoice } from "./decide-move.ts";
import { type MovedCases, moveCases } from "./move-cases.ts";
import { readDraft } from "./read-draft.ts";

/** What becomes of the live cases when another version is put in force. */
export interface CasesChoice {
  /** Cases that stand in the stage named first go on in the new version, in the stage named second. */
  readonly mapping?: { readonly [stage: string]: string };
  /** For the moved cases of a stage, what its timers count from. `from-now` without it. */
  readonly timers?: { readonly [stage: string]: TimerChoice };
}

/** A draft to put in force. */
export interface PublishRequest extends CasesChoice {
  readonly id: string;
  /** The warnings of lint have been read. */
  readonly acknowledge?: boolean;
}

/** The version that is in force now. */
export interface Publication {
  readonly id: string;
  readonly version: number;
  /** What became of the cases that the mapping names. */
  readonly cases: MovedCases;
}

/**
 * Puts the draft of a workflow in force as its next version. Live cases stay on theirs, but for those of the stages
 * that `mapping` names.
 *
 * @throws DomainError `administrators-only`, `no-draft`, `published-in-between`, `unfit-definition`,
 * `warnings-to-acknowledge`, `unknown-stage`.
 */
export async function publishDraft(
  desk: DefinitionsDesk,
  caller: Caller,
  request: PublishRequest,
): Promise<Publication> {
  const { id, mapping = {}, timers = {} } = request;
  const { definition, basedOn } = await readDraft(desk, caller, id);
  const after = (await latestWorkflow(desk.store, id))?.version ?? 0;
  if (after !== basedOn) throw publishedInBetween(id);
  const { warnings } = compileDraft(desk, caller, { definition, version: after + 1 });
  const doubts = [...warnings, ...(await reviewData(desk, caller, definition))];
  if (doubts.length > 0 && request.acknowledge !== true) throw unacknowledged(doubts);
  requireStages(definition, Object.values(mapping));
  await publishDefinitions(desk, caller, [{ kind: "workflow", definition, after }]);
  const version = after + 1;
  return { id, version, cases: await moveCases(desk, caller, { id, version, mapping, timers }) };
}

/** @throws DomainError `unknown-stage`. */
export function requireStages(definition: WorkflowDefinition, targets: readonly string[]): void {
  const leaves = new Set(stagesOf(definition).flatMap((stage) => (stage.leaf ? [stage.path] : [])));
  const unknown = targets.filter((target) => target.split(",").some((leaf) => !leaves.has(leaf)));
  if (unknown.length > 0) throw unknownStages([...new Set(unknown)]);
}
