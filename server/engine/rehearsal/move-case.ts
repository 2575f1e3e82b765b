import type { DelayDefinition } from "../../plugin-api/workflow-definition.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import type { MachineTimer, StepRequest } from "../definition/machine.ts";
import { stageTitle } from "../definition/stages.ts";
import { accept } from "../execution/accept.ts";
import type { Case } from "../execution/case.ts";
import { checkRecord } from "../execution/check-record.ts";
import type { Decision } from "../execution/decision.ts";
import type { Facts } from "../execution/facts.ts";
import { refuse, refuseIssues } from "../execution/refuse.ts";
import { dueAtOf } from "../execution/timers.ts";
import { say } from "../language/say.ts";

/** The version that a case stands in, and the one that it is taken to. */
export interface Versions {
  readonly from: CompiledWorkflow;
  readonly to: CompiledWorkflow;
}

/**
 * The case on another version of its workflow, at `stage` (the stage that it stands in when null). Nothing is entered
 * or left: no action runs. Of the timers of its stage, those that both versions have alike go on as they were, and
 * those that have fired stay so; those that are new, or whose delay is another, are armed as of now; the others are
 * cancelled. Refused when the machine has no such stage, or when the data are not valid there. Pure.
 *
 * @example
 * moveCase({ from: versionTwo, to: versionThree }, loan, "lent.running", facts);
 */
export function moveCase({ from, to }: Versions, current: Case, stage: string | null, facts: Facts): Decision {
  const language = facts.language ?? "fr";
  const aim = stage ?? current.stage;
  const position = to.machine.positionAt(aim);
  if (position === null) {
    const title = stageTitle(from.stages, aim, language);
    const message = say(language, "refuse.no-such-stage", { stage: title });
    return refuse("rule", [{ code: "no-such-stage", message }]);
  }
  const issues = checkRecord(to, current.data, { given: [], language });
  if (issues.length > 0) return refuseIssues("record", issues, language);
  const standing = to.machine.standing(position);
  const belongs = new Set(standing.timers.map(({ key }) => key));
  const before = new Map(from.machine.standing(current).timers.map((timer) => [timer.key, timer]));
  // One that was there, and has neither changed nor been without a date, is not begun again: it may have fired.
  const isToArm = (timer: MachineTimer) => {
    const old = before.get(timer.key);
    if (old === undefined) return true;
    if (isSameDelay(timer.when, old.when)) return false;
    return timer.key in current.armed || dueAtOf(old, current.data, facts) === null;
  };
  const requests: readonly StepRequest[] = [
    ...Object.keys(current.armed).flatMap((key) => (belongs.has(key) ? [] : [{ kind: "cancel", key } as const])),
    ...standing.timers.filter(isToArm).map((timer) => ({ kind: "arm", timer }) as const),
  ];
  const kept = stage === null ? { ...position, remembered: current.remembered } : position;
  const step = { position: kept, standing, requests };
  const { data, assigneeId } = current;
  return accept(to, { before: current, step, data, assigneeId, payload: {}, effects: [] }, facts);
}

function isSameDelay(left: DelayDefinition, right: DelayDefinition): boolean {
  return left.duration === right.duration && left.field === right.field && left.workingDays === right.workingDays;
}
