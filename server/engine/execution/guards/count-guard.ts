import type { Json, JsonObject } from "../../../plugin-api/json.ts";
import type { GuardParams } from "../../../plugin-api/workflow-definition.ts";
import { say } from "../../language/say.ts";
import { isObject } from "../../schema/is-object.ts";
import { expressionRoot, expressionsIn, resolveExpressions, resolveFields, type Scope } from "../expressions.ts";
import type { FactRequest } from "../facts.ts";
import { scopeOf } from "../rule-input.ts";
import { blocked, open, reasonFor } from "./blocked.ts";
import { compares, isComparison } from "./comparison.ts";
import type { GuardKind } from "./guard-kind.ts";

/** `count`: how many records of `type` meet `filter`, compared (=, !=, <, <=, >, >=) with `than`, a number or an expression. */
export const countGuard: GuardKind = {
  evaluate(params, { input }) {
    const { is } = params;
    if (!isComparison(is)) throw new Error("its parameters are wrong");
    if (input.event === undefined && asksEvent(params)) return open("count", null);
    const request = countRequest(params, scopeOf(input));
    const count = request === null ? 0 : input.counts[request.key];
    if (count === undefined) {
      const message = say(input.language, "rule.uncounted");
      return blocked("count", [{ code: "uncounted", message }]);
    }
    const than = resolveExpressions((params["than"] ?? 0) as Json, scopeOf(input)) ?? 0;
    const seen = { actual: count, expected: than };
    if (compares(count, is, than)) return open("count", true, seen);
    const values = { count, than: String(than) };
    const message = say(input.language, "rule.count", { ...values, is });
    return blocked("count", [reasonFor(params, input, { code: "count", message, values })], seen);
  },
  problems(params) {
    const { type, filter, is, than } = params;
    return [
      ...(typeof type === "string" ? [] : [{ param: "type" }]),
      ...(filter === undefined || isObject(filter) ? [] : [{ param: "filter", value: filter }]),
      ...(isComparison(is) ? [] : [{ param: "is", value: is }]),
      ...(typeof than === "number" || (typeof than === "string" && than.startsWith("$"))
        ? []
        : [{ param: "than", ...(than !== undefined && { value: than }) }]),
    ];
  },
};

/** The count that the rule needs; null when a value of its filter leads nowhere: nothing can match then. */
export function countRequest(params: GuardParams, scope: Scope): FactRequest | null {
  const { type, filter } = params;
  if (typeof type !== "string") return null;
  const written = isObject(filter) ? filter : {};
  const resolved = resolveFields(written, scope);
  if (Object.keys(resolved).length < Object.keys(written).length) return null;
  return { key: keyOf(type, resolved), type, filter: resolved };
}

/** Whether the rule reads the payload: what it counts is not known before the form is filled in. */
export function asksEvent(params: GuardParams): boolean {
  const written = [(params["filter"] ?? null) as Json, (params["than"] ?? null) as Json];
  return expressionsIn(written).some((expression) => expressionRoot(expression) === "event");
}

function keyOf(type: string, filter: JsonObject): string {
  const sorted = Object.keys(filter)
    .sort()
    .map((name) => [name, filter[name]]);
  return `${type} ${JSON.stringify(sorted)}`;
}
