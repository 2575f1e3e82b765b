import type { Json, JsonObject } from "../../plugin-api/json.ts";
import type { GuardDefinition } from "../../plugin-api/workflow-definition.ts";
import type { EngineTools } from "../definition/engine-tools.ts";
import type { Judge, MachineRule } from "../definition/machine.ts";
import { evaluateGuard } from "./evaluate-guard.ts";
import { resolveExpressions } from "./expressions.ts";
import type { GuardTree } from "./guard-tree.ts";
import { mergeData } from "./merge-data.ts";
import { type RuleInput, scopeOf } from "./rule-input.ts";

/** What rules and actions are judged by. */
export interface Grounds {
  readonly tools: EngineTools;
  /** The case before the event. */
  readonly input: RuleInput;
  /** Fields that the form will write: rules that follow the event see them. */
  readonly form: JsonObject;
  /** Whether internal transitions are open: to timers and the engine. */
  readonly internal: boolean;
  /** How a rule that cannot be known yet counts, and whether the event's own rules count at all. */
  readonly mood: "strict" | "lenient" | "as-if-allowed";
}

/** A judge that can also tell why. */
export interface TellingJudge extends Judge {
  /** The rule of one of the event's own transitions; null when there is none. */
  tree(rule: MachineRule): GuardTree | null;
}

/** Judges one step. Each rule of the event is evaluated once, however often the machine asks. */
export function createJudge(grounds: Grounds): TellingJudge {
  const { tools, input, form, internal, mood } = grounds;
  const trees = new Map<GuardDefinition, GuardTree>();
  const treeOf = (guard: GuardDefinition): GuardTree => {
    const found = trees.get(guard) ?? evaluateGuard(guard, input, tools);
    trees.set(guard, found);
    return found;
  };
  const passes = ({ ok }: GuardTree): boolean => ok ?? mood !== "strict";
  return {
    tree: ({ guard }) => (guard === null ? null : treeOf(guard)),
    holds(rule, patch) {
      if (rule.internal && !internal && mood !== "as-if-allowed") return false;
      if (rule.guard === null) return true;
      if (!rule.following) return mood === "as-if-allowed" || passes(treeOf(rule.guard));
      const after = mergeData(mergeData(input.case, patch), form);
      return passes(evaluateGuard(rule.guard, { ...input, case: after }, tools));
    },
    resolve(assignments, patch) {
      const scope = { ...scopeOf(input), case: mergeData(input.case, patch) };
      const resolved = Object.entries(assignments).map(([field, value]): [string, Json] => [
        field,
        resolveExpressions(value, scope) ?? null,
      ]);
      return Object.fromEntries(resolved);
    },
  };
}
