import type { OfficeDefinition } from "../../plugin-api/office-definition.ts";

/** The roles of those who work in the office: cases are given to them, and types without permissions are open to them. */
export function staffRoles({ roles }: Pick<OfficeDefinition, "roles">): ReadonlySet<string> {
  return new Set(roles.filter(({ staff }) => staff).map(({ id }) => id));
}
