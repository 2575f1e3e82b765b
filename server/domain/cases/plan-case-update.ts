import type { Case } from "../../engine/execution/case.ts";
import { decideUpdate } from "../../engine/execution/decide-update.ts";
import { changesBetween, mergeData } from "../../engine/execution/merge-data.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import type { Change } from "../changes/change.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { derivedData } from "../derived/derived-data.ts";
import { loadRelated } from "../records/load-related.ts";
import { caseChange } from "./case-change.ts";
import { refusedDecision } from "./case-errors.ts";
import { knownNow } from "./load-facts.ts";
import { requireStaff } from "./require-staff.ts";

interface CaseUpdate {
  readonly type: PublishedType;
  readonly current: Case;
  /** Data fields; null removes one. */
  readonly patch: JsonObject;
  /** Who follows the case from now on; undefined to leave it. */
  readonly assigneeId?: string | null | undefined;
}

/**
 * An edit of a case's fields or of who follows it; null when nothing changes. Its stage stays.
 *
 * @throws DomainError `invalid-record`, `unknown-assignee`.
 */
export async function planCaseUpdate(office: Office, caller: Caller, update: CaseUpdate): Promise<Change | null> {
  const { type, current, patch, assigneeId } = update;
  const isMoved = assigneeId !== undefined && assigneeId !== current.assigneeId;
  if (isMoved) await requireStaff(office, assigneeId);
  const workflow = await office.registry.workflow(type.id, current.workflowVersion);
  const data = derivedData(office, type, mergeData(current.data, patch));
  const changed = Object.entries(changesBetween(current.data, data)).map(([field, { to }]) => [field, to] as const);
  const whole = { ...Object.fromEntries(changed), ...(isMoved ? { assigneeId } : {}) };
  if (Object.keys(whole).length === 0) return null;
  const { related, names } = await loadRelated(office, type, data);
  const decision = decideUpdate(workflow, current, whole, { ...knownNow(office, caller), related, counts: {} });
  if (!decision.accepted) throw refusedDecision(type, caller, { event: "update", refused: decision });
  return caseChange(office, caller, { type, before: current, decision, event: "update", names });
}
