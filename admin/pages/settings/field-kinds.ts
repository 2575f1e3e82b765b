import type { DataSchema } from "../../../server/plugin-api/data-schema.ts";
import type { MessageKey } from "../../app/i18n/use-say.ts";
import type { FieldKind } from "../../schema-ui/field-plan.ts";
import { keyOf } from "../../schema-ui/key-of.ts";

/** What a kind of field is called for administrators. */
export function kindWord(kind: FieldKind): MessageKey {
  return words[kind];
}

const words: { readonly [Kind in FieldKind]: MessageKey } = {
  text: "settings.kindText",
  textarea: "settings.kindLongText",
  email: "settings.kindEmail",
  web: "settings.kindWeb",
  phone: "settings.kindPhone",
  siret: "settings.kindSiret",
  "postal-code": "settings.kindPostalCode",
  commune: "settings.kindCommune",
  date: "settings.kindDate",
  "date-time": "settings.kindDateTime",
  time: "settings.kindTime",
  number: "settings.kindNumber",
  money: "settings.kindMoney",
  boolean: "settings.kindBoolean",
  choice: "settings.kindChoice",
  choices: "settings.kindChoices",
  words: "settings.kindWords",
  rows: "settings.kindRows",
  group: "settings.kindGroup",
  reference: "settings.kindReference",
  references: "settings.kindReferences",
  suggest: "settings.kindSuggest",
  staff: "settings.kindStaff",
  stage: "record.stage",
  file: "settings.kindFile",
  json: "settings.kindJson",
};

/** The kinds that can be made with the small form; the others are written in the studio. */
export const simpleKinds = [
  "text",
  "textarea",
  "number",
  "money",
  "date",
  "boolean",
  "choice",
  "choices",
  "phone",
  "email",
  "words",
  "reference",
  "staff",
  "file",
] as const satisfies readonly FieldKind[];

/** See `simpleKinds`. */
export type SimpleKind = (typeof simpleKinds)[number];

/** The schema of a new field of that kind, without its sentences. */
export function schemaOfKind(
  kind: SimpleKind,
  { choices, reference }: { readonly choices: readonly string[]; readonly reference: string },
): DataSchema {
  switch (kind) {
    case "text":
      return { type: "string", maxLength: 200 };
    case "textarea":
      return { type: "string", maxLength: 5000, "x-widget": "textarea" };
    case "number":
      return { type: "number" };
    case "money":
      return { type: "integer", minimum: 0, "x-widget": "money" };
    case "date":
      return { type: "string", format: "date" };
    case "boolean":
      return { type: "boolean" };
    case "choice":
      return { type: "string", ...choicesSchema(choices) };
    case "choices":
      return { type: "array", uniqueItems: true, items: { type: "string", ...choicesSchema(choices) } };
    case "phone":
    case "email":
      return { type: "string", format: kind, maxLength: 254 };
    case "words":
      return { type: "array", uniqueItems: true, items: { type: "string", maxLength: 100 } };
    case "reference":
      return { type: "string", "x-reference": reference };
    case "staff":
    case "file":
      return { type: "string", "x-widget": kind };
  }
}

/** Each choice under a key of its own, made from its words, which stays when the words change. */
function choicesSchema(choices: readonly string[]): Pick<DataSchema, "enum" | "x-labels"> {
  const named = choices.map((label) => [keyOf(label, "-"), label] as const);
  return { enum: named.map(([key]) => key), "x-labels": Object.fromEntries(named) };
}
