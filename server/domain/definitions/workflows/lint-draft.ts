import type { LintAnswer } from "../../../engine/definition/finding.ts";
import { lintWorkflow } from "../../../engine/definition/lint-workflow.ts";
import { parseWorkflow } from "../../../engine/definition/parse-definition.ts";
import type { Caller } from "../../changes/caller.ts";
import type { DefinitionsDesk } from "../definitions-desk.ts";
import { officeLintContext } from "../office-lint-context.ts";
import { requireAdministrator } from "../require-administrator.ts";
import { reviewData } from "../review-data.ts";
import { shapeFindings } from "../shape-findings.ts";
import { readDraft } from "./read-draft.ts";

/** Which draft of a workflow is looked at. */
export interface DraftRequest {
  readonly id: string;
  /** Instead of the draft: one that is not saved yet. */
  readonly definition?: unknown;
}

/**
 * Everything that is wrong or doubtful in a draft, or in a definition that is not saved yet; what it would mean for what
 * cases hold is among the warnings.
 *
 * @throws DomainError `administrators-only`, `no-draft`.
 */
export async function lintDraft(desk: DefinitionsDesk, caller: Caller, request: DraftRequest): Promise<LintAnswer> {
  requireAdministrator(caller);
  const { id } = request;
  const given = request.definition ?? (await readDraft(desk, caller, id)).definition;
  const parsed = parseWorkflow(given, desk.validator, caller.language);
  if (!parsed.ok) return shapeFindings(parsed.issues);
  const { errors, warnings } = lintWorkflow(parsed.definition, officeLintContext(desk, caller, id));
  return { errors, warnings: [...warnings, ...(await reviewData(desk, caller, parsed.definition))] };
}
