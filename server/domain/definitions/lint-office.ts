import type { Finding } from "../../engine/definition/finding.ts";
import type { OfficeDefinition } from "../../plugin-api/office-definition.ts";
import type { Permissions } from "../../plugin-api/record-type-definition.ts";
import { inLanguage, type Language, type Text } from "../../plugin-api/text.ts";
import type { PublishedType } from "./published-type.ts";

/** What is wrong with an office whose shape is right, seen with its types. */
export function lintOffice(
  office: OfficeDefinition,
  types: readonly Pick<PublishedType, "id" | "definition">[],
  language: Language,
): readonly Finding[] {
  const found: Finding[] = [];
  const report = (code: string, path: string, message: Text) =>
    found.push({ code, path, message: inLanguage(message, language) });

  if (!isTimeZone(office.timeZone)) {
    report("unknown-time-zone", "/timeZone", {
      fr: `« ${office.timeZone} » n’est pas un fuseau horaire, comme « Europe/Paris ».`,
      en: `"${office.timeZone}" is not a time zone such as "Europe/Paris".`,
    });
  }
  const ids = new Set(types.map((type) => type.id));
  for (const [path, type] of namedTypes(office)) {
    if (ids.has(type)) continue;
    report("unknown-type", path, { fr: `Il n’y a pas de type « ${type} ».`, en: `There is no type "${type}".` });
  }
  const roles = new Set(["admin", ...office.roles.map((role) => role.id)]);
  for (const type of types) {
    for (const role of namedRoles(type.definition.permissions ?? {})) {
      if (roles.has(role)) continue;
      report("role-in-use", "/roles", {
        fr: `Le rôle « ${role} » est utilisé par « ${type.id} » : gardez-le, ou retirez-le d’abord de ses droits.`,
        en: `The role "${role}" is used by "${type.id}": keep it, or take it out of its permissions first.`,
      });
    }
  }
  return found;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function namedTypes(office: OfficeDefinition): readonly (readonly [path: string, type: string])[] {
  const navigation = (office.navigation ?? []).flatMap((group, at) =>
    group.items.flatMap(({ type }, index) =>
      type === undefined ? [] : [[`/navigation/${at}/items/${index}/type`, type] as const],
    ),
  );
  const quickCreate = (office.quickCreate ?? []).map(({ type }, at) => [`/quickCreate/${at}/type`, type] as const);
  return [...navigation, ...quickCreate];
}

function namedRoles(permissions: Permissions): ReadonlySet<string> {
  const { read = [], create = [], update = [], events = {}, fields = {}, scope = {} } = permissions;
  return new Set([
    ...[...read, ...create, ...update, ...(permissions.delete ?? [])],
    ...Object.values(events).flat(),
    ...Object.values(fields).flatMap((field) => [...(field.read ?? []), ...(field.write ?? [])]),
    ...Object.keys(scope),
  ]);
}
