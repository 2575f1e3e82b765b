import type { Json, JsonObject } from "../../plugin-api/json.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import { say } from "../language/say.ts";
import { checkData } from "../schema/check-data.ts";
import { fieldsOf } from "../schema/walk-schema.ts";
import { accept, unborn } from "./accept.ts";
import type { CaseDraft } from "./case.ts";
import { checkRecord } from "./check-record.ts";
import type { Decision } from "./decision.ts";
import { creationForm, filledIn } from "./event-form.ts";
import type { Facts } from "./facts.ts";
import { createJudge, ruleInput } from "./judge.ts";
import { liftAssignee } from "./lift-assignee.ts";
import { mergeData } from "./merge-data.ts";
import { refuse, refuseIssues } from "./refuse.ts";
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
  if (step === null) return refuse("rule", [{ code: "endless-loop", message: say(language, "refuse.endless") }]);

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

/** The case as rules read it before it is there. */
export function draftDocument(draft: CaseDraft, asked: Pick<Asked, "data" | "assigneeId">): JsonObject {
  return { ...asked.data, id: draft.id, assigneeId: asked.assigneeId };
}

/** What a draft asks for. */
export interface Asked {
  readonly form: ReturnType<typeof creationForm>;
  /** The form's fields, filled in. */
  readonly payload: JsonObject;
  /** The data to keep: the draft's, without what only the form has. */
  readonly data: JsonObject;
  readonly assigneeId: string | null;
}

/** Tells apart what a draft gives to the form, to the record and to the case itself. */
export function askedFor(workflow: CompiledWorkflow, draft: CaseDraft): Asked {
  const form = creationForm(workflow);
  const { data: given, assigneeId } = liftAssignee(filledIn(draft.data));
  const asks = new Set(form === null ? Object.keys(given) : fieldsOf(form).map(({ name }) => name));
  const pick = (keep: (field: string) => boolean): { readonly [field: string]: Json } =>
    Object.fromEntries(Object.entries(given).filter(([field]) => keep(field)));
  const assignee = draft.assigneeId ?? assigneeId ?? null;
  return {
    form,
    payload: {
      ...pick((field) => asks.has(field)),
      ...(asks.has("assigneeId") && assignee !== null && { assigneeId: assignee }),
    },
    data: form === null ? given : pick((field) => !asks.has(field) || workflow.fields.has(field)),
    assigneeId: assignee,
  };
}
