import type { JsonObject } from "../../plugin-api/json.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import { accept } from "./accept.ts";
import type { Case } from "./case.ts";
import { checkRecord } from "./check-record.ts";
import type { Decision } from "./decision.ts";
import type { Facts } from "./facts.ts";
import { liftAssignee } from "./lift-assignee.ts";
import { mergeData, sameJson } from "./merge-data.ts";
import { refuseIssues } from "./refuse.ts";

/**
 * The case with fields edited (`assigneeId` among them; null removes one): its data checked, the timers that follow a
 * field computed again. When the patch changes nothing, `after` is the case itself and `changes` is empty: there is
 * nothing to write. Pure.
 *
 * @example
 * decideUpdate(workflow, loan, { dueOn: "2026-04-30" }, facts); // the timer that follows `dueOn` is armed anew
 */
export function decideUpdate(workflow: CompiledWorkflow, current: Case, patch: JsonObject, facts: Facts): Decision {
  const fields = liftAssignee(patch);
  const data = mergeData(current.data, fields.data);
  const assigneeId = fields.assigneeId === undefined ? current.assigneeId : fields.assigneeId;
  if (sameJson(data, current.data) && assigneeId === current.assigneeId) return unchanged(current);
  const language = facts.language ?? "fr";
  const issues = checkRecord(workflow, data, { given: Object.keys(fields.data), language });
  if (issues.length > 0) return refuseIssues("record", issues, language);
  const step = { position: current, standing: workflow.machine.standing(current), requests: [] };
  const effects = workflow.definition.effects?.update ?? [];
  return accept(workflow, { before: current, step, data, assigneeId, payload: {}, effects }, facts);
}

function unchanged(current: Case): Decision {
  const { stage } = current;
  return { accepted: true, after: current, from: stage, to: stage, changes: {}, arm: [], cancel: [], effects: [] };
}
