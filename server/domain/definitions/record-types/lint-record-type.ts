import type { LintAnswer } from "../../../engine/definition/finding.ts";
import { lintRecordType as lint } from "../../../engine/definition/lint-record-type.ts";
import { parseRecordType } from "../../../engine/definition/parse-definition.ts";
import type { Caller } from "../../changes/caller.ts";
import type { DefinitionsDesk } from "../definitions-desk.ts";
import { officeLintContext } from "../office-lint-context.ts";
import { requireAdministrator } from "../require-administrator.ts";
import { reviewData } from "../review-data.ts";
import { shapeFindings } from "../shape-findings.ts";

/**
 * Everything that is wrong or doubtful in a record type that is not published yet; what it would mean for the records
 * that are there is among the warnings.
 *
 * @throws DomainError `administrators-only`.
 */
export async function lintRecordType(
  desk: DefinitionsDesk,
  caller: Caller,
  { id, definition }: { readonly id: string; readonly definition: unknown },
): Promise<LintAnswer> {
  requireAdministrator(caller);
  const parsed = parseRecordType(definition, desk.validator, caller.language);
  if (!parsed.ok) return shapeFindings(parsed.issues);
  const { errors, warnings } = lint(parsed.definition, officeLintContext(desk, caller, id));
  return { errors, warnings: [...warnings, ...(await reviewData(desk, caller, parsed.definition))] };
}
