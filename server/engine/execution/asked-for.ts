import type { Json, JsonObject } from "../../plugin-api/json.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import { fieldsOf } from "../schema/walk-schema.ts";
import type { CaseDraft } from "./case.ts";
import { creationForm, filledIn } from "./event-form.ts";
import { liftAssignee } from "./lift-assignee.ts";

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

/** The case as rules read it before it is there. */
export function draftDocument(draft: CaseDraft, asked: Pick<Asked, "data" | "assigneeId">): JsonObject {
  return { ...asked.data, id: draft.id, assigneeId: asked.assigneeId };
}
