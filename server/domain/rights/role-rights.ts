import { fieldsOf } from "../../engine/schema/walk-schema.ts";
import type { OfficeDefinition } from "../../plugin-api/office-definition.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { topLevelOf } from "../definitions/type-fields.ts";
import { abilityOf, type OfficeAbility } from "./ability-of.ts";
import type { Rights } from "./rights.ts";

/** The part of someone's rights that their roles alone decide. */
export type RoleRights = Omit<Rights, "principal" | "scope">;

/** What these roles may do with these types. */
export function roleRights(
  roles: readonly string[],
  office: OfficeDefinition,
  types: readonly PublishedType[],
): RoleRights {
  const ability = abilityOf(roles, office, types);
  const byId = new Map(types.map((type) => [type.id, typeRights(ability, type)]));
  const none = { type: undefined, readable: new Set<string>(), writable: new Set<string>(), searchClasses: [] };
  const of = (type: string) => byId.get(type) ?? none;
  return {
    reports: reportsOf(roles, office),
    may: (action, type) => byId.has(type) && ability.can(action, type),
    mayEvent: (type, event) => {
      const hasItsOwnList = Object.hasOwn(of(type).type?.permissions.events ?? {}, event);
      return byId.has(type) && ability.can(hasItsOwnList ? `event:${event}` : "event", type);
    },
    readable: (type) => of(type).readable,
    writable: (type) => of(type).writable,
    searchClasses: (type) => of(type).searchClasses,
  };
}

function typeRights(ability: OfficeAbility, type: PublishedType) {
  const names = fieldsOf(type.schema).map((field) => field.name);
  const allowed = (action: "read" | "write") => {
    const fields = names.filter((name) => ability.can(action, type.id, name));
    return ability.can(action, type.id) && fields.length === names.length ? null : new Set(fields);
  };
  const readable = allowed("read");
  const classes = [...type.fields.values()]
    .filter(({ ref }) => ref.kind !== "system" && (readable === null || readable.has(topLevelOf(ref.name))))
    .map((field) => field.searchClass);
  return { type, readable, writable: allowed("write"), searchClasses: [...new Set(classes)].sort() };
}

function reportsOf(roles: readonly string[], office: OfficeDefinition): Rights["reports"] {
  if (roles.includes("admin")) return "full";
  const given = office.roles.filter((role) => roles.includes(role.id)).map((role) => role.reports);
  return given.includes("full") ? "full" : given.includes("masked") ? "masked" : "none";
}
