import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { staffRoles } from "./staff-roles.ts";

/** Administrators and those with a role of the staff share views and names with each other; partners and others do not. */
export function isOfTheOffice({ registry }: Pick<Office, "registry">, { principal }: Caller): boolean {
  const staff = staffRoles(registry.office());
  return principal.roles.some((role) => role === "admin" || staff.has(role));
}
