import type { OfficeDefinition } from "../../plugin-api/office-definition.ts";
import type { Caller } from "../changes/caller.ts";
import type { DefinitionsBase } from "./definitions-desk.ts";
import { requireAdministrator } from "./require-administrator.ts";

/** The office's own definition. @throws DomainError `administrators-only`. */
export function readOffice(base: DefinitionsBase, caller: Caller): OfficeDefinition {
  requireAdministrator(caller);
  return base.registry.office();
}
