import type { Json, JsonObject } from "../../plugin-api/json.ts";
import type { ScopeRule } from "../../plugin-api/record-type-definition.ts";
import type { Condition } from "../records/record-reader.ts";
import type { Principal } from "./rights.ts";
import type { RightsRegistry } from "./rights-for.ts";

const nothing: readonly Condition[] = [{ op: "nothing" }];

/**
 * The records of the type that the principal is about. Of several roles that read it, each adds its own; one without a
 * scope lifts every limit.
 */
export function scopeOf(typeId: string, principal: Principal, registry: RightsRegistry): readonly Condition[] {
  const known = new Set(registry.office().roles.map((role) => role.id));
  const readers = registry.type(typeId)?.permissions.read ?? [];
  const scopes = principal.roles
    .filter((role) => known.has(role) && readers.includes(role))
    .map((role) => scopeOfRole(role, typeId, { principal, registry, visited: [] }));
  const [first, ...others] = scopes;
  if (first === undefined) return nothing;
  if (scopes.some((scope) => scope.length === 0)) return [];
  return others.length === 0 ? first : [{ op: "any", of: scopes }];
}

interface ScopeInput {
  readonly principal: Principal;
  readonly registry: RightsRegistry;
  /** Types on the way here: a scope that leads back to itself is about nothing. */
  readonly visited: readonly string[];
}

function scopeOfRole(role: string, typeId: string, input: ScopeInput): readonly Condition[] {
  const type = input.registry.type(typeId);
  if (type === undefined || input.visited.includes(typeId) || !type.permissions.read?.includes(role)) return nothing;
  const rule = type.permissions.scope?.[role];
  if (rule === undefined) return [];
  const where = Object.entries(rule.where ?? {}).map(([name, expected]): Condition => {
    const field = type.fields.get(name)?.ref;
    const value = valueFor(expected, input.principal);
    if (field === undefined || value === null) {
      return { op: "nothing" };
    }
    return Array.isArray(value) ? { op: "in", field, values: value } : { op: "eq", field, value };
  });
  return [...where, ...linked(role, rule, { ...input, visited: [...input.visited, typeId] })];
}

function linked(role: string, rule: ScopeRule, input: ScopeInput): readonly Condition[] {
  if (rule.linkedFrom === undefined) return [];
  const { type, field } = rule.linkedFrom;
  const where = scopeOfRole(role, type, input);
  const isNothing = where.some((condition) => condition.op === "nothing");
  return isNothing ? nothing : [{ op: "referredFrom", type, field, where }];
}

function valueFor(expected: string, principal: Principal): Json {
  if (!expected.startsWith("$user.")) return expected;
  const name = expected.slice("$user.".length);
  const fields: JsonObject = { ...principal.fields, id: principal.id };
  return Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;
}
