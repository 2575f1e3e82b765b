import type { Reason } from "../../plugin-api/reason.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import { stageTitle } from "../definition/stages.ts";
import { say } from "../language/say.ts";
import { addDuration } from "../time/calendar.ts";
import type { Case } from "./case.ts";
import { countingReasons } from "./counting-reasons.ts";
import type { Accepted, ActionOffer, Decision, Refused, TimerPlan } from "./decision.ts";
import { evaluateGuard } from "./evaluate-guard.ts";
import { eventTitle } from "./event-title.ts";
import type { Facts } from "./facts.ts";
import { flattenRecord } from "./flatten-record.ts";
import { createJudge } from "./judge.ts";
import { changesBetween } from "./merge-data.ts";
import { refuse } from "./refuse.ts";
import { ruleInput } from "./rule-input.ts";
import { stepOrNull } from "./step-or-null.ts";
import { undoEvent } from "./undo-event.ts";

/** The last thing that happened to a case: the event, when it was taken, and the case before it. */
export interface LastStep {
  readonly event: string;
  /** UTC ISO-8601. */
  readonly at: string;
  readonly before: Case;
}

/**
 * Until when the step can be taken back, UTC ISO-8601; null when it cannot: its transition has no `meta.undo`, the case
 * has come to another version of its workflow, or something has been done beyond the case (an effect), which nothing
 * here could undo.
 */
function undoableUntil(workflow: CompiledWorkflow, { event, at, before }: LastStep, facts: Facts): string | null {
  const { machine, tools, version } = workflow;
  if (before.workflowVersion !== version) return null;
  const candidates = machine.candidates(before, event);
  const undo = candidates.find(({ meta }) => meta.undo !== undefined)?.meta.undo;
  if (undo === undefined) return null;
  const input = ruleInput(flattenRecord(before), facts, {});
  const judge = createJudge({ tools, input, form: {}, internal: true, mood: "as-if-allowed" });
  const step = stepOrNull(() => machine.step(before, event, judge));
  if (step === null || step.requests.some(({ kind }) => kind === "do")) return null;
  return addDuration(at, undo, facts);
}

/** Whether the step can be taken back, and it is not too late for it. */
export function isUndoable(workflow: CompiledWorkflow, last: LastStep, facts: Facts): boolean {
  const until = undoableUntil(workflow, last, facts);
  return until !== null && !isPast(until, facts);
}

function isPast(instant: string, { now }: Facts): boolean {
  return Date.parse(instant) < Date.parse(now);
}

function refuseUndo(sentence: "refuse.undo" | "refuse.undo-too-late", { language = "fr" }: Facts): Refused {
  return refuse("rule", [{ code: "not-undoable", message: say(language, sentence) }]);
}

/**
 * Why the case cannot come back to what it was, though its step can be taken back: others took its place meanwhile. Of
 * the rule of creation, what counts is asked again, where `facts` hold the count; the rest was so when the case began.
 */
export function returnReasons({ definition, tools }: CompiledWorkflow, before: Case, facts: Facts): readonly Reason[] {
  const guard = definition.create?.guard;
  if (guard === undefined) return [];
  return countingReasons(evaluateGuard(guard, ruleInput(flattenRecord(before), facts), tools));
}

/** The case as it was before its last step, as a further version of it: nothing goes out of its history. Pure. */
export function decideUndo(workflow: CompiledWorkflow, current: Case, last: LastStep | null, facts: Facts): Decision {
  const until = last && undoableUntil(workflow, last, facts);
  if (last === null || until === null) return refuseUndo("refuse.undo", facts);
  if (isPast(until, facts)) return refuseUndo("refuse.undo-too-late", facts);
  const { before } = last;
  const reasons = returnReasons(workflow, before, facts);
  if (reasons.length > 0) return refuse("rule", reasons);
  const { armed, assigneeId, data } = before;
  const after = { ...before, version: current.version + 1, updatedAt: facts.now };
  return {
    accepted: true,
    after,
    from: current.stage,
    to: before.stage,
    changes: changesBetween({ ...current.data, assigneeId: current.assigneeId }, { ...data, assigneeId }),
    arm: timersAgain(workflow, current, before),
    cancel: Object.keys(current.armed).filter((key) => !Object.hasOwn(armed, key)),
    effects: [],
  } satisfies Accepted;
}

/** Timers that ran before the step run again, to the instants that they ran to. */
function timersAgain(workflow: CompiledWorkflow, current: Case, before: Case): readonly TimerPlan[] {
  const { timers } = workflow.machine.standing(before);
  return Object.entries(before.armed)
    .filter(([key, dueAt]) => current.armed[key] !== dueAt)
    .map(([key, dueAt]) => ({ key, event: key, dueAt, delay: timers.find((each) => each.key === key)?.delay ?? key }));
}

/** The undo as one of the actions of a case; blocked while the case cannot come back to what it was. */
export function undoOffer(workflow: CompiledWorkflow, { event, before }: LastStep, facts: Facts): ActionOffer {
  const language = facts.language ?? "fr";
  const reasons = returnReasons(workflow, before, facts);
  const stage = stageTitle(workflow.stages, before.stage, language);
  return {
    event: undoEvent,
    title: say(language, "undo.title", { action: eventTitle(workflow, event, language) }),
    target: before.stage,
    allowed: reasons.length === 0,
    reasons,
    effect: say(language, "undo.effect", { stage }),
  };
}
