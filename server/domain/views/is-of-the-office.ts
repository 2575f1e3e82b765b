import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";

/** Administrators and those with a role of the staff share views with each other; partners and others do not. */
export function isOfTheOffice({ registry }: Pick<Office, "registry">, { principal }: Caller): boolean {
  const staff = registry.office().roles.filter((role) => role.staff);
  return principal.roles.some((role) => role === "admin" || staff.some(({ id }) => id === role));
}
