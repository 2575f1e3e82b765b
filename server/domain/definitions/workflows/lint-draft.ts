import type { LintAnswer } from "../../../engine/definition/finding.ts";
import { lintWorkflow } from "../../../engine/definition/lint-workflow.ts";
import { parseWorkflow } from "../../../engine/definition/parse-definition.ts";
import type { Caller } from "../../changes/caller.ts";
import type { DefinitionsBase } from "../definitions-desk.ts";
import { officeLintContext } from "../office-lint-context.ts";
import { requireAdministrator } from "../require-administrator.ts";
import { shapeFindings } from "../shape-findings.ts";
import { readDraft } from "./read-draft.ts";

export interface DraftRequest {
  readonly id: string;
  /** Instead of the draft: one that is not saved yet. */
  readonly definition?: unknown;
}

/**
 * Everything that is wrong or doubtful in a draft, or in a definition that is not saved yet.
 *
 * @throws DomainError `administrators-only`, `no-draft`.
 */
export async function lintDraft(base: DefinitionsBase, caller: Caller, request: DraftRequest): Promise<LintAnswer> {
  requireAdministrator(caller);
  const { id } = request;
  const given = request.definition ?? (await readDraft(base, caller, id)).definition;
  const parsed = parseWorkflow(given, base.validator, caller.language);
  if (!parsed.ok) return shapeFindings(parsed.issues);
  return lintWorkflow(parsed.definition, officeLintContext(base, caller, id));
}
