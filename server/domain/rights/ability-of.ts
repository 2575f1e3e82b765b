import { createMongoAbility, type MongoAbility } from "@casl/ability";
import { fieldsOf } from "../../engine/schema/walk-schema.ts";
import type { OfficeDefinition } from "../../plugin-api/office-definition.ts";
import type { PublishedType } from "../definitions/published-type.ts";

export type RecordAction = "read" | "create" | "update" | "delete";

/** `write` is asked of fields; `event` of a type's events that have no list of their own, `event:NAME` of those that have. */
export type AbilityAction = RecordAction | "write" | "event" | `event:${string}` | "manage";

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
  const has = (allowed: readonly string[] | undefined) => allowed?.some((role) => roles.has(role)) ?? false;
  const rules: Rule[] = [];
  const allow = (action: AbilityAction, fields?: string[]) =>
    rules.push({ action, subject: type.id, ...(fields === undefined ? {} : { fields }) });

  const names = fieldsOf(type.schema).map((field) => field.name);
  const limits = permissions.fields ?? {};
  if (has(permissions.read)) {
    allowFields("read", (name) => limits[name]?.read);
  }
  if (has(permissions.create) || has(permissions.update)) {
    allowFields("write", (name) => limits[name]?.write ?? limits[name]?.read);
  }
  for (const action of ["create", "update", "delete"] as const) {
    if (has(permissions[action])) {
      allow(action);
    }
  }
  if (has(permissions.update)) {
    allow("event");
  }
  for (const [event, allowed] of Object.entries(permissions.events ?? {})) {
    if (has(allowed)) {
      allow(`event:${event}`);
    }
  }
  return rules;

  function allowFields(action: "read" | "write", limitOf: (name: string) => readonly string[] | undefined): void {
    const open = names.filter((name) => limitOf(name) === undefined || has(limitOf(name)));
    // An empty list means every field to CASL: a name that no schema can have stands for "none of them".
    allow(action, open.length === names.length ? undefined : open.length === 0 ? [""] : open);
  }
}
