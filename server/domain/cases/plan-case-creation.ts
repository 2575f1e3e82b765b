import type { CaseDraft } from "../../engine/execution/case.ts";
import { decideCreation } from "../../engine/execution/decide-creation.ts";
import type { Caller } from "../changes/caller.ts";
import type { Change } from "../changes/change.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { caseChange } from "./case-change.ts";
import { refusedDecision } from "./case-errors.ts";
import { loadFacts } from "./load-facts.ts";
import { requireStaff } from "./require-staff.ts";

/**
 * The creation of a case under the version in force: its form and its guard asked, eventless transitions taken.
 *
 * @throws DomainError `invalid-form`, `invalid-record`, `blocked`, `unknown-assignee`.
 */
export async function planCaseCreation(
  office: Office,
  caller: Caller,
  { type, draft }: { readonly type: PublishedType; readonly draft: CaseDraft },
): Promise<Change> {
  await requireStaff(office, draft.assigneeId);
  const workflow = type.compiled ?? (await office.registry.workflow(type.id, type.version));
  const { facts, names, premises } = await loadFacts(office, caller, { type, workflow, question: { draft } });
  const decision = decideCreation(workflow, draft, facts);
  if (!decision.accepted) throw refusedDecision(type, caller, { event: "create", refused: decision });
  return caseChange(office, caller, { type, before: null, decision, event: "create", names, premises });
}
