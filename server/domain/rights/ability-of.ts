import { createMongoAbility, type MongoAbility } from "@casl/ability";
import { fieldsOf } from "../../engine/schema/walk-schema.ts";
import type { OfficeDefinition } from "../../plugin-api/office-definition.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import type { RecordAction } from "./rights.ts";

/** `write` is asked of fields; `event` of a type's events that have no list of their own, `event:NAME` of those that have. */
export type AbilityAction = RecordAction | "write" | "event" | `event:${string}` | "manage";

/** The table of permissions for some roles, by type id. */
export type OfficeAbility = MongoAbility<[AbilityAction, string]>;

type Rule = OfficeAbility["rules"][number];

/**
 * The table of permissions in force, for someone with these roles. A role that the office does not have gives nothing;
 * `admin` gives everything.
 */
export function abilityOf(
  roles: readonly string[],
  office: Pick<OfficeDefinition, "roles">,
  types: readonly PublishedType[],
): OfficeAbility {
  if (roles.includes("admin")) {
    return createMongoAbility<OfficeAbility>([{ action: "manage", subject: "all" }]);
  }
  const known = new Set(office.roles.map((role) => role.id).filter((id) => roles.includes(id)));
  return createMongoAbility<OfficeAbility>(types.flatMap((type) => rulesOf(type, known)));
}

function rulesOf(type: PublishedType, roles: ReadonlySet<string>): Rule[] {
  const { permissions } = type;
  const { events = {}, fields: limits = {} } = permissions;
  const has = (allowed: readonly string[] | undefined) => allowed?.some((role) => roles.has(role)) ?? false;
  const allow = (action: AbilityAction, fields?: string[]): Rule => {
    return { action, subject: type.id, ...(fields === undefined ? {} : { fields }) };
  };
  const names = fieldsOf(type.schema).map((field) => field.name);
  const allowFields = (action: "read" | "write", limitOf: (name: string) => readonly string[] | undefined): Rule => {
    const open = names.filter((name) => limitOf(name) === undefined || has(limitOf(name)));
    if (open.length === names.length) return allow(action);
    // An empty list means every field to CASL: a name that no schema can have stands for "none of them".
    return allow(action, open.length === 0 ? [""] : open);
  };
  const writes = has(permissions.create) || has(permissions.update);
  return [
    ...(has(permissions.read) ? [allowFields("read", (name) => limits[name]?.read)] : []),
    ...(writes ? [allowFields("write", (name) => limits[name]?.write ?? limits[name]?.read)] : []),
    ...(["create", "update", "delete"] as const).filter((action) => has(permissions[action])).map((one) => allow(one)),
    ...(has(permissions.update) ? [allow("event")] : []),
    ...Object.entries(events).flatMap(([event, allowed]) => (has(allowed) ? [allow(`event:${event}`)] : [])),
  ];
}
