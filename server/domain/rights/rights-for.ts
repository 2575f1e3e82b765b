import type { OfficeRegistry } from "../definitions/office-registry.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import type { Condition } from "../records/record-reader.ts";
import type { Principal, Rights } from "./rights.ts";
import { type RoleRights, roleRights } from "./role-rights.ts";
import { scopeOf } from "./scope-of.ts";

/** What of the definitions in force rights are worked out from. */
export type RightsRegistry = Pick<OfficeRegistry, "office" | "type" | "types">;

/**
 * Returns what a principal may do under the permissions in force. What depends on the roles alone is worked out once
 * per set of roles and publication.
 *
 * @example
 * const rightsOf = rightsFor(registry);
 * rightsOf(principal).may("read", "members");
 */
export function rightsFor(registry: RightsRegistry): (principal: Principal) => Rights {
  const known = new WeakMap<readonly PublishedType[], Map<string, RoleRights>>();
  return (principal) => {
    const roles = principal.kind === "engine" ? ["admin"] : principal.roles;
    const types = registry.types();
    const byRoles = known.get(types) ?? new Map<string, RoleRights>();
    known.set(types, byRoles);
    const key = [...roles].sort().join(" ");
    const rights = byRoles.get(key) ?? roleRights(roles, registry.office(), types);
    byRoles.set(key, rights);
    return { ...rights, principal, scope: scopesFor(principal, roles, registry) };
  };
}

function scopesFor(principal: Principal, roles: readonly string[], registry: RightsRegistry): Rights["scope"] {
  if (roles.includes("admin")) return () => [];
  const known = new Map<string, readonly Condition[]>();
  return (type) => {
    const scope = known.get(type) ?? scopeOf(type, principal, registry);
    known.set(type, scope);
    return scope;
  };
}
