import type { CompiledWorkflow } from "../../engine/definition/compiled-workflow.ts";
import type { Judge, Step } from "../../engine/definition/machine.ts";
import type { Facts } from "../../engine/execution/facts.ts";
import { createJudge } from "../../engine/execution/judge.ts";
import { mergeData } from "../../engine/execution/merge-data.ts";
import { ruleInput } from "../../engine/execution/rule-input.ts";
import { stepOrNull } from "../../engine/execution/step-or-null.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { GuardDefinition } from "../../plugin-api/workflow-definition.ts";

/** A step of the past: the case before it, what was written by it, and what the machine did. */
export interface PastStep {
  readonly workflow: CompiledWorkflow;
  readonly facts: Facts;
  readonly subject: JsonObject;
  readonly written: JsonObject;
  readonly move: (judge: Judge) => Step;
}

/** A rule of a step that followed by itself, with what it was asked of. */
export interface FollowingRule {
  readonly guard: GuardDefinition;
  /** The case as the step had left it by then. */
  readonly subject: JsonObject;
}

/** The rules that were asked on the way: those of steps that follow by themselves (`always`). The event itself was taken. */
export function followingRules({ workflow, facts, subject, written, move }: PastStep): readonly FollowingRule[] {
  if (workflow.followingGuards.length === 0) return [];
  const asked: FollowingRule[] = [];
  const input = ruleInput(subject, facts, written);
  const judge = createJudge({ tools: workflow.tools, input, form: written, internal: true, mood: "as-if-allowed" });
  const holds: Judge["holds"] = (rule, patch) => {
    const { guard, following } = rule;
    if (following && guard !== null) asked.push({ guard, subject: mergeData(mergeData(subject, patch), written) });
    return judge.holds(rule, patch);
  };
  stepOrNull(() => move({ ...judge, holds }));
  return asked;
}
