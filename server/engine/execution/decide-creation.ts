import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import { checkData } from "../schema/check-data.ts";
import { accept, unborn } from "./accept.ts";
import { askedFor, draftDocument } from "./asked-for.ts";
import type { CaseDraft } from "./case.ts";
import { checkRecord } from "./check-record.ts";
import type { Decision } from "./decision.ts";
import type { Facts } from "./facts.ts";
import { createJudge } from "./judge.ts";
import { liftAssignee } from "./lift-assignee.ts";
import { mergeData } from "./merge-data.ts";
import { refuse, refuseEndless, refuseIssues } from "./refuse.ts";
import { ruleInput } from "./rule-input.ts";
import { stepOrNull } from "./step-or-null.ts";

/**
 * The case in its first stage, eventless transitions taken, or why it may not be created: the form of creation, then
 * the record, then the rule of creation. Roles are the caller's to check. Pure.
 *
 * @example
 * const decision = decideCreation(workflow, { id, data: { memberId, bookId } }, facts);
 */
export function decideCreation(workflow: CompiledWorkflow, draft: CaseDraft, facts: Facts): Decision {
  const language = facts.language ?? "fr";
  const { tools, definition } = workflow;
  const asked = askedFor(workflow, draft);
  if (asked.form !== null) {
    const issues = checkData(asked.form, asked.payload, { validator: tools.validator, language });
    if (issues.length > 0) return refuseIssues("form", issues, language);
  }

  const input = ruleInput(draftDocument(draft, asked), facts, asked.payload);
  const judge = createJudge({ tools, input, form: {}, internal: true, mood: "strict" });
  const step = stepOrNull(() => workflow.machine.start(judge));
  if (step === null) return refuseEndless(language);

  const patch = liftAssignee(step.patch);
  const data = mergeData(mergeData({}, patch.data), asked.data);
  const issues = checkRecord(workflow, data, { given: Object.keys(data), language });
  if (issues.length > 0) return refuseIssues("record", issues, language);

  const guard = definition.create?.guard ?? null;
  const rule = { guard, internal: false, following: false };
  if (!judge.holds(rule, {})) return refuse("rule", judge.tree(rule)?.reasons ?? []);
  return accept(
    workflow,
    {
      before: unborn(workflow, draft.id, facts.now),
      step,
      data,
      assigneeId: asked.assigneeId ?? patch.assigneeId ?? null,
      payload: asked.payload,
      effects: definition.effects?.create ?? [],
    },
    facts,
  );
}
