import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import type { Candidate, Judge, Position } from "../definition/machine.ts";
import { instantsInUtc } from "../schema/instants-in-utc.ts";
import { fieldsOf } from "../schema/walk-schema.ts";
import type { CaseEvent } from "./case.ts";

/** The form of a transition: the one that its `meta.form` names, else the one that has its event's name. */
export function formOf(workflow: CompiledWorkflow, candidate: Candidate, event: string): DataSchema | null {
  return namedForm(workflow, candidate.meta.form ?? event);
}

/** The form of the transition that will be taken; of the first one when none will. */
export function formTaken(
  workflow: CompiledWorkflow,
  event: string,
  { candidates, judge }: { readonly candidates: readonly Candidate[]; readonly judge: Pick<Judge, "holds"> },
): DataSchema | null {
  const [first, ...others] = candidates;
  if (first === undefined) return null;
  const form = formOf(workflow, first, event);
  if (others.every((other) => formOf(workflow, other, event) === form)) return form;
  return formOf(workflow, candidates.find(({ rule }) => judge.holds(rule, {})) ?? first, event);
}

/** The event with the instants of its forms in UTC, so that rules, effects and the case are given the same. */
export function eventInUtc(workflow: CompiledWorkflow, position: Position, event: CaseEvent): CaseEvent {
  if (Object.keys(event.payload).length === 0) return event;
  const forms = workflow.machine.candidates(position, event.type).map((one) => formOf(workflow, one, event.type));
  const payload = [...new Set(forms)].reduce<JsonObject>(
    (sent, form) => (form === null ? sent : instantsInUtc(sent, form)),
    event.payload,
  );
  return { ...event, payload };
}

/** What creating a case asks for; null when it asks for nothing but the data. */
export function creationForm(workflow: CompiledWorkflow): DataSchema | null {
  const form = workflow.definition.create?.form;
  return typeof form === "string" ? namedForm(workflow, form) : (form ?? null);
}

/** The payload without the fields that were left empty: a form sends null for those. */
export function filledIn(payload: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== null && value !== undefined));
}

/** The fields of the payload that the form has and the case keeps: what is merged into it. */
export function keptFields(workflow: CompiledWorkflow, form: DataSchema | null, payload: JsonObject): JsonObject {
  if (form === null) return {};
  const kept = fieldsOf(form).filter(({ name }) => workflow.fields.has(name) || name === "assigneeId");
  return Object.fromEntries(
    kept.flatMap(({ name }) => (Object.hasOwn(payload, name) ? [[name, payload[name] ?? null]] : [])),
  );
}

function namedForm({ definition: { forms = {} } }: CompiledWorkflow, id: string): DataSchema | null {
  return Object.hasOwn(forms, id) ? (forms[id] ?? null) : null;
}
