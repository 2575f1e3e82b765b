import type { OfficeDefinition } from "../../plugin-api/record-type-definition.ts";
import type { OfficeRegistry } from "../definitions/office-registry.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import type { Condition } from "../records/record-reader.ts";
import { abilityOf, type OfficeAbility } from "./ability-of.ts";
import type { Principal, Rights } from "./rights.ts";
import { scopeOf } from "./scope-of.ts";

export type RightsRegistry = Pick<OfficeRegistry, "office" | "type" | "types">;

/**
 * Answers what a principal may do under the permissions in force. The table is worked out once per set of roles and
 * publication.
 *
 * @example
 * const rightsOf = rightsFor(registry);
 * rightsOf(principal).may("read", "members");
 */
export function rightsFor(registry: RightsRegistry): (principal: Principal) => Rights {
  const abilities = new WeakMap<readonly PublishedType[], Map<string, OfficeAbility>>();
  return (principal) => {
    const roles = principal.kind === "engine" ? ["admin"] : principal.roles;
    const types = registry.types();
    const byRoles = abilities.get(types) ?? new Map<string, OfficeAbility>();
    abilities.set(types, byRoles);
    const key = [...roles].sort().join(" ");
    const ability = byRoles.get(key) ?? abilityOf(roles, registry.office(), types);
    byRoles.set(key, ability);
    return makeRights({ principal, roles, ability, registry });
  };
}

interface RightsInput {
  readonly principal: Principal;
  readonly roles: readonly string[];
  readonly ability: OfficeAbility;
  readonly registry: RightsRegistry;
}

function makeRights({ principal, roles, ability, registry }: RightsInput): Rights {
  const everything = roles.includes("admin");
  const scopes = new Map<string, readonly Condition[]>();
  const fieldsOf = (action: "read" | "write", typeId: string) => {
    const names = Object.keys(registry.type(typeId)?.schema.properties ?? {});
    const open = names.filter((name) => ability.can(action, typeId, name));
    return everything || open.length === names.length ? null : new Set(open);
  };
  return {
    principal,
    reports: reportsOf(roles, registry.office()),
    may: (action, type) => registry.type(type) !== undefined && ability.can(action, type),
    mayEvent: (typeId, event) => {
      const type = registry.type(typeId);
      const hasItsOwnList = Object.hasOwn(type?.permissions.events ?? {}, event);
      return type !== undefined && ability.can(hasItsOwnList ? `event:${event}` : "event", typeId);
    },
    readable: (type) => fieldsOf("read", type),
    writable: (type) => fieldsOf("write", type),
    scope: (type) => {
      const known = scopes.get(type) ?? (everything ? [] : scopeOf(type, principal, registry));
      scopes.set(type, known);
      return known;
    },
    searchClasses: (typeId) => {
      const classes = new Set<string>();
      for (const field of registry.type(typeId)?.fields.values() ?? []) {
        if (field.ref.kind !== "system" && ability.can("read", typeId, topLevel(field.ref.name))) {
          classes.add(field.searchClass);
        }
      }
      return [...classes].sort();
    },
  };
}

function topLevel(path: string): string {
  return path.split(".")[0] ?? path;
}

function reportsOf(roles: readonly string[], office: OfficeDefinition): Rights["reports"] {
  if (roles.includes("admin")) {
    return "full";
  }
  const given = office.roles.filter((role) => roles.includes(role.id)).map((role) => role.reports);
  return given.includes("full") ? "full" : given.includes("masked") ? "masked" : "none";
}
