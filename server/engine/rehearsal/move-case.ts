import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import type { StepRequest } from "../definition/machine.ts";
import { accept } from "../execution/accept.ts";
import type { Case } from "../execution/case.ts";
import { checkRecord } from "../execution/check-record.ts";
import type { Decision } from "../execution/decision.ts";
import type { Facts } from "../execution/facts.ts";
import { refuse, refuseIssues } from "../execution/refuse.ts";
import { say } from "../language/say.ts";

/**
 * The case on another version of its workflow, at `stage` (the stage that it stands in when null). Nothing is entered
 * or left: no action runs; the timers of the new stage are armed from now on, those that it does not have cancelled,
 * one that both have goes on as it was. Refused when the machine has no such stage, or when the data are not valid
 * there. Pure.
 */
export function moveCase(to: CompiledWorkflow, current: Case, stage: string | null, facts: Facts): Decision {
  const language = facts.language ?? "fr";
  const aim = stage ?? current.stage;
  const position = to.machine.positionAt(aim);
  if (position === null) {
    const message = say(language, "refuse.no-such-stage", { stage: aim });
    return refuse("rule", [{ code: "no-such-stage", message }]);
  }
  const issues = checkRecord(to, current.data, { given: [], language });
  if (issues.length > 0) return refuseIssues("record", issues, language);
  const standing = to.machine.standing(position);
  const belongs = new Set(standing.timers.map(({ key }) => key));
  const requests: readonly StepRequest[] = [
    ...Object.keys(current.armed).flatMap((key) => (belongs.has(key) ? [] : [{ kind: "cancel", key } as const])),
    ...standing.timers.flatMap((timer) => (timer.key in current.armed ? [] : [{ kind: "arm", timer } as const])),
  ];
  const kept = stage === null ? { ...position, remembered: current.remembered } : position;
  const step = { position: kept, standing, requests };
  const { data, assigneeId } = current;
  return accept(to, { before: current, step, data, assigneeId, payload: {}, effects: [] }, facts);
}
