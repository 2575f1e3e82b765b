import { inLanguage } from "../../plugin-api/text.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import { stageTitle } from "../definition/stages.ts";
import { say } from "../language/say.ts";
import { addDuration } from "../time/calendar.ts";
import type { Case } from "./case.ts";
import type { Accepted, ActionOffer, Decision, TimerPlan } from "./decision.ts";
import { eventTitle } from "./event-title.ts";
import type { Facts } from "./facts.ts";
import { flattenRecord } from "./flatten-record.ts";
import { createJudge, ruleInput } from "./judge.ts";
import { changesBetween } from "./merge-data.ts";
import { refuse } from "./refuse.ts";
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
export function undoableUntil(
  workflow: CompiledWorkflow,
  { event, at, before }: LastStep,
  facts: Facts,
): string | null {
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

/** The case as it was before its last step, as a further version of it: nothing goes out of its history. Pure. */
export function decideUndo(workflow: CompiledWorkflow, current: Case, last: LastStep | null, facts: Facts): Decision {
  const until = last && undoableUntil(workflow, last, facts);
  if (!last || until === null || Date.parse(until) < Date.parse(facts.now)) {
    const message = say(facts.language ?? "fr", until ? "refuse.undo-too-late" : "refuse.undo");
    return refuse("rule", [{ code: "not-undoable", message }]);
  }
  const { before } = last;
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

/** The undo as one of the actions of a case. */
export function undoOffer(
  workflow: CompiledWorkflow,
  { event, before }: LastStep,
  reader: { readonly language: "fr" | "en" },
): ActionOffer {
  const { language } = reader;
  const stage = stageTitle(workflow.stages, before.stage, (text) => inLanguage(text, language));
  return {
    event: undoEvent,
    title: say(language, "undo.title", { action: eventTitle(workflow, event, language) }),
    target: before.stage,
    allowed: true,
    reasons: [],
    effect: say(language, "undo.effect", { stage }),
  };
}
