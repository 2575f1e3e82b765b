import type { Json } from "../../../plugin-api/json.ts";
import { say } from "../../language/say.ts";
import { expressionRoot, resolveExpressions } from "../expressions.ts";
import { fieldNamed, type Looked, look, type RuleInput, scopeOf } from "../rule-input.ts";
import { blocked, open, reasonFor } from "./blocked.ts";
import { compares, isComparison } from "./comparison.ts";
import type { GuardKind } from "./guard-kind.ts";

/** `compare`: the value at the path `left` compared (=, !=, <, <=, >, >=) with `right`: a path, an expression or a value. */
export const compareGuard: GuardKind = {
  evaluate(params, { input }) {
    const { left, is, right } = params;
    if (typeof left !== "string" || !isComparison(is)) throw new Error("its parameters are wrong");
    const [actual, expected] = [look(left, input), operand(right, input)];
    if (!actual.known || !expected.known) return open("compare", null);
    const seen = { actual: actual.value ?? null, expected: expected.value ?? null };
    if (compares(seen.actual, is, seen.expected)) return open("compare", true, seen);
    const field = fieldNamed(left);
    const values = { actual: shown(seen.actual, input), expected: shown(seen.expected, input) };
    const message = say(input.language, "rule.compare", { field: field ?? left, is, ...values });
    const named = params.field ?? field;
    return blocked("compare", [reasonFor(params, input, { code: "compare", message, field: named, values })], seen);
  },
  problems({ left, is, right }) {
    return [
      ...(isPath(left) ? [] : [{ param: "left", ...(left !== undefined && { value: left }) }]),
      ...(isComparison(is) ? [] : [{ param: "is", value: is }]),
      ...(right === undefined ? [{ param: "right" }] : []),
    ];
  },
};

/** A text with a root that rules know is a path; any other value stands for itself. */
function operand(right: unknown, input: RuleInput): Looked {
  if (expressionRoot(right as Json) === "event" && input.event === undefined) return { known: false };
  if (typeof right === "string" && isPath(right) && hasRoot(right, input)) return look(right, input);
  return { known: true, value: resolveExpressions((right ?? null) as Json, scopeOf(input)) };
}

function hasRoot(path: string, input: RuleInput): boolean {
  const [root = ""] = path.split(".");
  return ["case", "record", "event"].includes(root) || Object.hasOwn(input.related, root);
}

function isPath(value: unknown): value is string {
  return typeof value === "string" && /^[A-Za-z]\w*(\.\w+)+$/.test(value);
}

function shown(value: Json, input: RuleInput): string {
  if (value === null) return say(input.language, "rule.nothing");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
