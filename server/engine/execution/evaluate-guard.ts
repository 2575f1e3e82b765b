import type { GuardContribution } from "../../plugin-api/contributions/index.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { GuardDefinition } from "../../plugin-api/workflow-definition.ts";
import type { EngineTools } from "../definition/engine-tools.ts";
import { say } from "../language/say.ts";
import type { GuardTree } from "./guard-tree.ts";
import { blocked, open, reasonFor } from "./guards/blocked.ts";
import { builtInGuards } from "./guards/built-in-guards.ts";
import type { RuleInput } from "./rule-input.ts";

/**
 * Evaluates a rule. Never throws: a rule that fails, or that no plugin in use has, blocks with a sentence that says so.
 * The document of `schema` rules is `{case, record, event, today, …related}`, `record` being the same as `case`.
 *
 * @example
 * evaluateGuard({ type: "date", params: { field: "case.dueOn", is: "before", than: "today" } }, input, tools).ok;
 */
export function evaluateGuard(
  guard: GuardDefinition,
  input: RuleInput,
  tools: Pick<EngineTools, "validator" | "guards">,
): GuardTree {
  try {
    const { type, params = {} } = guard;
    const evaluate = (inner: GuardDefinition): GuardTree => evaluateGuard(inner, input, tools);
    const kind = builtInGuards.get(type);
    if (kind !== undefined) return kind.evaluate(params, { input, tools, evaluate });
    const contributed = Object.hasOwn(tools.guards, type) ? tools.guards[type] : undefined;
    if (contributed !== undefined) return evaluateContributed(guard, contributed, input);
    const message = say(input.language, "rule.unknown", { rule: type });
    return blocked(type, [{ code: "rule-unknown", message }]);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message = say(input.language, "rule.failed", { rule: guard.type, why });
    return blocked(guard.type, [{ code: "rule-failed", message }]);
  }
}

function evaluateContributed(guard: GuardDefinition, contributed: GuardContribution, input: RuleInput): GuardTree {
  const { type, params = {} } = guard;
  if (contributed.readsEvent === true && input.event === undefined) return open(type, null);
  const answer = contributed.evaluate(params as JsonObject, input);
  if (answer.ok === true) return open(type, true);
  if (answer.reasons.length > 0) return blocked(type, answer.reasons);
  const message = say(input.language, "rule.blocked");
  return blocked(type, [reasonFor(params, input, { code: "rule", message })]);
}
