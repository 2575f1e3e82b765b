import type { Json, JsonObject } from "../../plugin-api/json.ts";
import { valueAt } from "../schema/walk-schema.ts";
import { addDuration, type Calendar, localDay } from "../time/calendar.ts";
import type { Actor } from "./case.ts";

/** What expressions may name: `$case.x`, `$event.x`, `$related.journey.x`, `$actor.id`, `$now`, `$today`. */
export interface Scope extends Calendar {
  readonly case: JsonObject;
  readonly event: JsonObject;
  readonly related: { readonly [name: string]: Json };
  /** Null where rules are evaluated outside any action. */
  readonly actor: Actor | null;
  /** UTC ISO-8601. */
  readonly now: string;
}

/** The names that an expression may begin with. */
export const EXPRESSION_ROOTS: readonly string[] = ["now", "today", "event", "case", "related", "actor"];

/**
 * The value with its expressions resolved, however deep: strings that begin with `$` (`$$` writes a dollar), and
 * `{"$date": "$today", "plus": "P6M"}`. What cannot be resolved is null.
 *
 * @example
 * resolveExpressions({ memberId: "$case.memberId", dueOn: { $date: "$today", plus: "P3W" } }, scope);
 */
export function resolveExpressions(value: Json, scope: Scope): Json {
  if (typeof value === "string") return value.startsWith("$") ? resolveName(value, scope) : value;
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map((item) => resolveExpressions(item, scope));
  if (value["$date"] !== undefined) return resolveDate(value, scope);
  return resolveFields(value, scope);
}

/** The object with the expressions of its values resolved. */
export function resolveFields(fields: JsonObject, scope: Scope): JsonObject {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, resolveExpressions(value, scope)]));
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

function resolveName(expression: string, scope: Scope): Json {
  if (expression.startsWith("$$")) return expression.slice(1);
  const [root = "", ...path] = expression.slice(1).split(".");
  const start = rootValue(root, scope);
  return (path.length === 0 ? start : valueAt(start, path.join("."))) ?? null;
}

function rootValue(root: string, scope: Scope): Json | undefined {
  switch (root) {
    case "now":
      return scope.now;
    case "today":
      return localDay(scope.now, scope.timeZone);
    case "event":
      return scope.event;
    case "case":
      return scope.case;
    case "related":
      return scope.related;
    case "actor":
      return scope.actor === null ? null : { id: scope.actor.id, name: scope.actor.name, roles: scope.actor.roles };
    default:
      return undefined;
  }
}

function resolveDate(value: JsonObject, scope: Scope): Json {
  const start = resolveExpressions(value["$date"] ?? null, scope);
  const plus = resolveExpressions(value["plus"] ?? "P0D", scope);
  if (typeof start !== "string" || typeof plus !== "string") return null;
  try {
    return addDuration(start, plus, { ...scope, inWorkingDays: value["workingDays"] === true });
  } catch {
    return null;
  }
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
