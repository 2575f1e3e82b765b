import type { JsonObject } from "../../plugin-api/json.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import type { Candidate, Step } from "../definition/machine.ts";
import { say } from "../language/say.ts";
import { checkData } from "../schema/check-data.ts";
import { accept } from "./accept.ts";
import type { Case, CaseEvent } from "./case.ts";
import { checkRecord } from "./check-record.ts";
import type { Decision, Refused } from "./decision.ts";
import { filledIn, formTaken, keptFields } from "./event-form.ts";
import type { Facts } from "./facts.ts";
import { flattenRecord } from "./flatten-record.ts";
import { createJudge, type TellingJudge } from "./judge.ts";
import { liftAssignee } from "./lift-assignee.ts";
import { mergeData, sameJson } from "./merge-data.ts";
import { refuse, refuseEndless, refuseIssues, refuseNotInStage } from "./refuse.ts";
import { ruleInput } from "./rule-input.ts";
import { stepOrNull } from "./step-or-null.ts";

/**
 * What the event makes of the case, or why it may not. In this order: the workflow knows the event, the stage knows
 * it, its form is valid, its rule holds; then the machine moves, `set` actions write, the form's fields are merged,
 * and the record must be valid. Rights and versions are the caller's to check. Pure.
 *
 * @example
 * const event = { type: "RETURN", payload: { condition: "good" }, source: "person" } as const;
 * const decision = decide(workflow, loan, event, facts);
 * if (decision.accepted) decision.after.stage; // "returned"
 * else decision.reasons; // [{ code, message }], in the reader's language
 */
export function decide(workflow: CompiledWorkflow, current: Case, event: CaseEvent, facts: Facts): Decision {
  const candidates = workflow.machine.candidates(current, event.type);
  const early = refuseEarly({ workflow, current, event, facts }, candidates);
  if (early !== null) return early;

  const payload = filledIn(event.payload);
  const input = ruleInput(flattenRecord(current), facts, payload);
  const judgeOver = (form: JsonObject): TellingJudge =>
    createJudge({ tools: workflow.tools, input, form, internal: event.source !== "person", mood: "strict" });

  const form = formTaken(workflow, event.type, { candidates, judge: judgeOver({}) });
  if (form !== null && event.source !== "timer") {
    const issues = checkData(form, payload, { validator: workflow.tools.validator, language: input.language });
    if (issues.length > 0) return refuseIssues("form", issues, input.language);
  }
  const fields = liftAssignee(keptFields(workflow, form, event.payload));
  const judge = judgeOver(fields.data);
  if (!candidates.some(({ rule }) => judge.holds(rule, {}))) return refuseRule(candidates, judge);
  const step = stepOrNull(() => workflow.machine.step(current, event.type, judge));
  if (step === null) return refuseEndless(input.language);
  return taken({ workflow, current, event: { ...event, payload }, facts }, step, fields);
}

interface Matter {
  readonly workflow: CompiledWorkflow;
  readonly current: Case;
  readonly event: CaseEvent;
  readonly facts: Facts;
}

function refuseEarly({ workflow, current, event, facts }: Matter, candidates: readonly Candidate[]): Refused | null {
  const language = facts.language ?? "fr";
  if (event.source === "timer") {
    const dueAt = current.armed[event.type];
    const isDue = dueAt !== undefined && Date.parse(dueAt) <= Date.parse(facts.now);
    return isDue && candidates.length > 0 ? null : refuseStale(facts);
  }
  if (event.type.startsWith("xstate.") && event.source === "person") {
    return refuse("unknown-event", [{ code: "unknown-event", message: say(language, "refuse.reserved-event") }]);
  }
  if (!workflow.machine.knows(event.type)) {
    const message = say(language, "refuse.unknown-event", { event: event.type });
    return refuse("unknown-event", [{ code: "unknown-event", message }]);
  }
  if (candidates.length === 0) return refuseNotInStage(workflow, event.type, { stage: current.stage, language });
  if (event.source === "person" && candidates.every(({ rule }) => rule.internal)) {
    return refuse("forbidden", [{ code: "internal", message: say(language, "refuse.internal") }]);
  }
  return null;
}

function refuseStale(facts: Facts): Refused {
  return refuse("stale", [{ code: "stale", message: say(facts.language ?? "fr", "refuse.stale") }]);
}

function refuseRule(candidates: readonly Candidate[], judge: TellingJudge): Refused {
  return refuse(
    "rule",
    candidates.flatMap(({ rule }) => judge.tree(rule)?.reasons ?? []),
  );
}

function taken(matter: Matter, step: Step, form: ReturnType<typeof liftAssignee>): Decision {
  const { workflow, current, event, facts } = matter;
  const patch = liftAssignee(step.patch);
  const data = mergeData(mergeData(current.data, patch.data), form.data);
  const changed = !sameJson(data, current.data);
  if (changed) {
    const issues = checkRecord(workflow, data, {
      given: Object.keys(patch.data).filter((field) => patch.data[field] !== null),
      language: facts.language ?? "fr",
    });
    if (issues.length > 0) return refuseIssues("record", issues, facts.language ?? "fr");
  }
  return accept(
    workflow,
    {
      before: current,
      step,
      data,
      assigneeId: firstDefined(form.assigneeId, patch.assigneeId, current.assigneeId),
      payload: event.payload,
      fired: event.source === "timer" ? event.type : undefined,
      effects: changed ? (workflow.definition.effects?.update ?? []) : [],
    },
    facts,
  );
}

function firstDefined(...values: readonly (string | null | undefined)[]): string | null {
  return values.find((value) => value !== undefined) ?? null;
}
