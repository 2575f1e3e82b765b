import { decideUndo } from "../../engine/execution/decide-undo.ts";
import { undoEvent } from "../../engine/execution/undo-event.ts";
import type { Caller } from "../changes/caller.ts";
import type { Change } from "../changes/change.ts";
import type { Office } from "../changes/office.ts";
import { requireNotErased } from "../privacy/require-not-erased.ts";
import { conflictWith } from "../records/conflict-with.ts";
import { changedMeanwhile } from "../records/record-errors.ts";
import { caseChange } from "./case-change.ts";
import { forbiddenEvent, refusedDecision } from "./case-errors.ts";
import { lastStep, undoFacts } from "./last-step.ts";
import type { LoadedCase } from "./load-case.ts";

interface PlannedUndo extends LoadedCase {
  readonly version?: number;
  readonly note?: string | null;
}

/**
 * The change that takes back the last step of a case. Whoever may take the step may take it back.
 *
 * @throws DomainError in this order: `may-not-send-event`, `record-erased`, `changed-meanwhile`, `blocked` when the step
 * cannot be taken back.
 */
export async function planUndo(office: Office, caller: Caller, planned: PlannedUndo): Promise<Change> {
  const { type, current, version, note = null } = planned;
  const workflow = await office.registry.workflow(type.id, current.workflowVersion);
  const last = await lastStep(office, type, current);
  if (last !== null && !caller.rights.mayEvent(type.id, last.event)) throw forbiddenEvent(undoEvent);
  requireNotErased(current);
  if (version !== undefined && version !== current.version) {
    throw changedMeanwhile(await conflictWith(office, caller, { type, record: current, known: version }));
  }
  const { facts, names } = await undoFacts(office, caller, { type, last });
  const decision = decideUndo(workflow, current, last, facts);
  if (!decision.accepted) throw refusedDecision(type, caller, { event: undoEvent, refused: decision });
  return caseChange(office, caller, { type, before: current, decision, event: undoEvent, note, names });
}
