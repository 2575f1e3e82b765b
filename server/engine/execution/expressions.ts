import type { Json, JsonObject } from "../../plugin-api/json.ts";
import { isList } from "../schema/is-list.ts";
import { valueAt } from "../schema/value-at.ts";
import { addDuration, type Calendar, localDay } from "../time/calendar.ts";
import type { Actor } from "./case.ts";

/** What expressions may name: `$case.x`, `$event.x`, `$related.member.x`, `$actor.id`, `$now`, `$today`. */
export interface Scope extends Calendar {
  readonly case: JsonObject;
  readonly event: JsonObject;
  readonly related: { readonly [name: string]: Json };
  /** Null where rules are evaluated outside any action. */
  readonly actor: Actor | null;
  /** UTC ISO-8601. */
  readonly now: string;
  /** Its local day, where it is known already. */
  readonly today?: string;
}

/** The names that an expression may begin with. */
export const EXPRESSION_ROOTS: readonly string[] = ["now", "today", "event", "case", "related", "actor"];

/**
 * The value with its expressions resolved, however deep: strings that begin with `$` (`$$` writes a dollar), and
 * `{"$date": "$today", "plus": "P6M"}`. An expression that leads nowhere is undefined; inside an object its key is left
 * out, inside a list its place is.
 *
 * @example
 * resolveExpressions({ memberId: "$case.memberId", dueOn: { $date: "$today", plus: "P3W" } }, scope);
 */
export function resolveExpressions(value: Json, scope: Scope): Json | undefined {
  if (typeof value === "string") return value.startsWith("$") ? resolveName(value, scope) : value;
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map((item) => resolveExpressions(item, scope)).filter((item) => item !== undefined);
  if (isDateExpression(value)) return resolveDate(value, scope);
  return resolveFields(value, scope);
}

/** The object with the expressions of its values resolved; a key whose expression leads nowhere is left out. */
export function resolveFields(fields: JsonObject, scope: Scope): JsonObject {
  const resolved: { [name: string]: Json } = {};
  for (const [name, value] of Object.entries(fields)) {
    const found = resolveExpressions(value, scope);
    if (found !== undefined) resolved[name] = found;
  }
  return resolved;
}

/** Whether every expression in the value leads somewhere. */
export function resolvesWhole(value: Json, scope: Scope): boolean {
  if (typeof value !== "object" || value === null || isDateExpression(value)) {
    return resolveExpressions(value, scope) !== undefined;
  }
  return (isList(value) ? value : Object.values(value)).every((inner) => resolvesWhole(inner, scope));
}

/** The root that an expression names, such as `event` in `$event.reason`; null for any other value. */
export function expressionRoot(value: Json): string | null {
  if (typeof value !== "string" || !value.startsWith("$") || value.startsWith("$$")) return null;
  return value.slice(1).split(".")[0] ?? null;
}

/** Every expression in the value, however deep. */
export function expressionsIn(value: Json): readonly string[] {
  if (typeof value === "string") return expressionRoot(value) === null ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  return (isList(value) ? value : Object.values(value)).flatMap(expressionsIn);
}

function resolveName(expression: string, scope: Scope): Json | undefined {
  if (expression.startsWith("$$")) return expression.slice(1);
  const [root = "", ...path] = expression.slice(1).split(".");
  const start = rootValue(root, scope);
  return (path.length === 0 ? start : valueAt(start, path.join("."))) ?? undefined;
}

function rootValue(root: string, scope: Scope): Json | undefined {
  switch (root) {
    case "now":
      return scope.now;
    case "today":
      return scope.today ?? localDay(scope.now, scope.timeZone);
    case "event":
      return scope.event;
    case "case":
      return scope.case;
    case "related":
      return scope.related;
    case "actor":
      return scope.actor === null
        ? undefined
        : { id: scope.actor.id, name: scope.actor.name, roles: scope.actor.roles };
    default:
      return undefined;
  }
}

function resolveDate(value: DateExpression, scope: Scope): Json | undefined {
  const start = resolveExpressions(value.$date, scope);
  const plus = resolveExpressions(value.plus ?? "P0D", scope);
  if (typeof start !== "string" || typeof plus !== "string") return undefined;
  try {
    return addDuration(start, plus, { ...scope, inWorkingDays: value.workingDays === true });
  } catch {
    return undefined;
  }
}

/** A day reckoned from another: `{"$date": "$case.endOn", "plus": "P1M"}`, in working days when asked. */
interface DateExpression {
  readonly $date: Json;
  readonly plus?: Json;
  readonly workingDays?: boolean;
}

function isDateExpression(value: Json): value is DateExpression & JsonObject {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "$date");
}
