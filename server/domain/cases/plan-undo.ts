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
import { stepBack } from "./last-step.ts";
import type { LoadedCase } from "./load-case.ts";

interface PlannedUndo extends LoadedCase {
  readonly version?: number;
  readonly note?: string | null;
}

/**
 * The change that takes back the last step of a case. Whoever may take the step may take it back, unless others took
 * the place that it gave up.
 *
 * @throws DomainError in this order: `may-not-send-event`, `record-erased`, `changed-meanwhile`, `blocked` when the step
 * cannot be taken back, or the rule of creation counts too many by now.
 */
export async function planUndo(office: Office, caller: Caller, planned: PlannedUndo): Promise<Change> {
  const { type, current, version, note = null } = planned;
  const { workflow, last, facts, names, premises } = await stepBack(office, caller, planned);
  if (last !== null && !caller.rights.mayEvent(type.id, last.event)) throw forbiddenEvent(undoEvent);
  requireNotErased(current);
  if (version !== undefined && version !== current.version) {
    throw changedMeanwhile(await conflictWith(office, caller, { type, record: current, known: version }));
  }
  const decision = decideUndo(workflow, current, last, facts);
  if (!decision.accepted) throw refusedDecision(type, caller, { event: undoEvent, refused: decision });
  return caseChange(office, caller, { type, before: current, decision, event: undoEvent, note, names, premises });
}
