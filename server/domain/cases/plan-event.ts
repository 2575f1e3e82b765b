import type { CompiledWorkflow } from "../../engine/definition/compiled-workflow.ts";
import type { CaseEvent } from "../../engine/execution/case.ts";
import { decide } from "../../engine/execution/decide.ts";
import { eventInUtc } from "../../engine/execution/event-form.ts";
import { undoEvent } from "../../engine/execution/undo-event.ts";
import type { Caller } from "../changes/caller.ts";
import type { Change } from "../changes/change.ts";
import type { Office } from "../changes/office.ts";
import { requireFiles } from "../files/require-files.ts";
import { requireNotErased } from "../privacy/require-not-erased.ts";
import { conflictWith } from "../records/conflict-with.ts";
import { changedMeanwhile } from "../records/record-errors.ts";
import { caseChange } from "./case-change.ts";
import { forbiddenEvent, internalEvent, refusedDecision, unknownEvent } from "./case-errors.ts";
import type { LoadedCase } from "./load-case.ts";
import { loadFacts } from "./load-facts.ts";
import { planUndo } from "./plan-undo.ts";
import { requireStaff } from "./require-staff.ts";

/** An event on its way to a case. */
export interface PlannedEvent extends LoadedCase {
  readonly event: CaseEvent;
  readonly version?: number;
  readonly note?: string | null;
}

const isUndoable = ({ hasUndo, machine }: CompiledWorkflow) => hasUndo && !machine.knows(undoEvent);

/**
 * The change that the event makes of the case.
 *
 * @throws DomainError in this order: `unknown-event`, `may-not-send-event`, `internal-event`, `record-erased`,
 * `changed-meanwhile`, then what the engine refuses: `not-in-stage`, `invalid-form`, `blocked`, `invalid-record`.
 */
export async function planEvent(office: Office, caller: Caller, planned: PlannedEvent): Promise<Change> {
  const { type, current, event: sent, version, note = null } = planned;
  const workflow = await office.registry.workflow(type.id, current.workflowVersion);
  if (sent.type === undoEvent && isUndoable(workflow)) return planUndo(office, caller, planned);
  const event = eventInUtc(workflow, current, sent);
  const loaded = await loadFacts(office, caller, { type, workflow, question: { current, event } });
  const { facts, premises } = loaded;
  const decision = decide(workflow, current, event, facts);
  if (!decision.accepted && decision.refusal === "unknown-event") throw unknownEvent(event.type, type.id);
  if (event.source === "person" && !caller.rights.mayEvent(type.id, event.type)) throw forbiddenEvent(event.type);
  if (!decision.accepted && decision.refusal === "forbidden") throw internalEvent(event.type);
  requireNotErased(current);
  if (version !== undefined && version !== current.version) {
    throw changedMeanwhile(await conflictWith(office, caller, { type, record: current, known: version }));
  }
  if (typeof event.payload["assigneeId"] === "string") await requireStaff(office, event.payload["assigneeId"]);
  if (!decision.accepted) throw refusedDecision(type, caller, { event: event.type, refused: decision });
  await requireFiles(office, caller, { type, before: current.data, after: decision.after.data });
  const names = () => loaded.names;
  return caseChange(office, caller, { type, before: current, decision, event: event.type, note, names, premises });
}
