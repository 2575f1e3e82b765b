import type { Caller } from "../changes/caller.ts";
import { administratorsOnly } from "./definition-errors.ts";

/** Definitions are the administrator's. @throws DomainError `administrators-only`. */
export function requireAdministrator({ principal }: Caller): void {
  if (!principal.roles.includes("admin")) throw administratorsOnly();
}
