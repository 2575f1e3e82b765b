import type { PublishedType } from "../domain/definitions/published-type.ts";
import { stagesOf } from "../engine/definition/stages.ts";
import { inLanguage, type Language } from "../plugin-api/text.ts";

/** Whoever a field of staff may name, no longer active or not. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
}

/** Where labels come from: the types in force, and who works here. */
export interface LabelSources {
  readonly types: () => readonly PublishedType[];
  readonly staff: () => Promise<readonly StaffMember[]>;
}

/** Whose labels are asked for, and in which language. */
export interface LabelledField {
  readonly type: string;
  readonly field: string;
  readonly language: Language;
}

/** What the values of a field are called: see `CallContext.labels`. */
export async function fieldLabels(
  { types, staff }: LabelSources,
  { type: id, field, language }: LabelledField,
): Promise<{ readonly [value: string]: string }> {
  const type = types().find((one) => one.id === id);
  if (!type) return {};
  if (field === "stage" && "machine" in type.definition)
    return Object.fromEntries(stagesOf(type.definition).map(({ path, title }) => [path, inLanguage(title, language)]));
  const schema = type.fields.get(field)?.schema;
  if (field === "assigneeId" || schema?.["x-widget"] === "staff")
    return Object.fromEntries((await staff()).map((member) => [member.id, member.name]));
  const labels = schema?.["x-labels"] ?? schema?.items?.["x-labels"] ?? {};
  return Object.fromEntries(Object.entries(labels).map(([value, text]) => [value, inLanguage(text, language)]));
}
