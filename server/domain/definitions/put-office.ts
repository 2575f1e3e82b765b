import { parseOffice } from "../../engine/definition/parse-definition.ts";
import type { OfficeDefinition } from "../../plugin-api/office-definition.ts";
import type { Caller } from "../changes/caller.ts";
import { unfitDefinition } from "./definition-errors.ts";
import type { DefinitionsDesk } from "./definitions-desk.ts";
import { lintOffice } from "./lint-office.ts";
import { parseDefinition } from "./parse-definition.ts";
import { publishDefinitions } from "./publish-definitions.ts";
import { requireAdministrator } from "./require-administrator.ts";

/**
 * Puts the office's own definition in force: its name, roles, menu.
 *
 * @throws DomainError `administrators-only`, `invalid-definition`, `id-cannot-change`, `unfit-definition`,
 * `published-in-between`.
 */
export async function putOffice(
  desk: DefinitionsDesk,
  caller: Caller,
  request: { readonly definition: unknown },
): Promise<{ readonly definition: OfficeDefinition; readonly version: number }> {
  requireAdministrator(caller);
  const { id } = desk.registry.office();
  const definition = parseDefinition(desk, caller, { definition: request.definition, parse: parseOffice, id });
  const findings = lintOffice(definition, desk.registry.types(), caller.language);
  if (findings.length > 0) throw unfitDefinition(findings);
  const after = desk.registry.officeVersion();
  await publishDefinitions(desk, caller, [{ kind: "office", definition, after }]);
  return { definition, version: after + 1 };
}
