import { fieldsOf } from "../../server/engine/schema/walk-schema.ts";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import { inLanguage, type Language, type Text } from "../../server/plugin-api/text.ts";
import { unbroken } from "../app/i18n/unbroken.ts";

/** How a field is shown, typed and filtered. */
export type FieldKind =
  | "text"
  | "textarea"
  | "email"
  | "web"
  | "phone"
  | "siret"
  | "postal-code"
  | "commune"
  | "date"
  | "date-time"
  | "time"
  | "number"
  | "money"
  | "boolean"
  | "choice"
  | "choices"
  | "words"
  | "rows"
  | "group"
  | "reference"
  | "references"
  | "suggest"
  | "staff"
  | "stage"
  | "file"
  | "json";

/** One field, read once from its schema: what columns, filters, facts and inputs are all made from. */
export interface FieldPlan {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly help: string | undefined;
  readonly required: boolean;
  /** Id of the form section it stands in. */
  readonly group: string | null;
  readonly schema: DataSchema;
  readonly choices: readonly Choice[];
  /** The type that its id, or ids, are of. */
  readonly reference: string | undefined;
  /** The fields inside of an object, or of each row. */
  readonly fields: readonly FieldPlan[];
  /** Shown, never typed. */
  readonly derived: boolean;
}

/** One value of a list, and what people call it. */
export interface Choice {
  readonly value: string | number | boolean;
  readonly label: string;
}

/** A section of a form. The fields of none stand first, under `null`. */
export interface FieldSection {
  readonly id: string | null;
  readonly title: string | null;
  readonly fields: readonly FieldPlan[];
}

/** The fields of an object schema that people see, in its order. Sentences that are not served yet are told in `language`. */
export function planFields(schema: DataSchema, language: Language): readonly FieldPlan[] {
  const shown = fieldsOf(schema).filter((field) => !field.schema["x-hidden"]);
  return shown.map((field) => planField(field.name, field.schema, { required: field.required, language }));
}

/** One field by itself. */
export function planField(
  name: string,
  schema: DataSchema,
  { required, language }: { readonly required: boolean; readonly language: Language },
): FieldPlan {
  const kind = kindOf(schema);
  const inner = kind === "rows" ? (schema.items ?? {}) : schema;
  return {
    name,
    kind,
    label: said(schema["x-title"] ?? schema.title, language) ?? name,
    help: said(schema["x-help"] ?? schema.description, language),
    required,
    group: schema["x-group"] ?? null,
    schema,
    choices: choicesOf(kind === "choices" ? (schema.items ?? {}) : schema, language),
    reference: schema["x-reference"] ?? schema.items?.["x-reference"],
    fields: kind === "rows" || kind === "group" ? planFields(inner, language) : [],
    derived: schema["x-derived"] === true,
  };
}

/** The fields by the sections that the schema lists, empty ones left out. */
export function sectionsOf(
  fields: readonly FieldPlan[],
  schema: DataSchema,
  language: Language,
): readonly FieldSection[] {
  const groups = schema["x-groups"] ?? [];
  const known = new Set(groups.map((group) => group.id));
  const loose = fields.filter((field) => field.group === null || !known.has(field.group));
  const sections = groups.map((group) => ({
    id: group.id,
    title: unbroken(inLanguage(group.title, language)),
    fields: fields.filter((field) => field.group === group.id),
  }));
  return [{ id: null, title: null, fields: loose }, ...sections].filter((section) => section.fields.length > 0);
}

/** The plan at a dotted path, the numbers of rows left out of account. */
export function planAt(fields: readonly FieldPlan[], path: string): FieldPlan | undefined {
  const [head, ...rest] = path.split(".").filter((part) => !/^\d+$/.test(part));
  const field = fields.find((candidate) => candidate.name === head);
  return rest.length === 0 || field === undefined ? field : planAt(field.fields, rest.join("."));
}

function kindOf(schema: DataSchema): FieldKind {
  const type = typeOf(schema);
  const widget = schema["x-widget"];
  if (widget === "money" || widget === "file" || widget === "staff") return widget;
  if (type === "array") return arrayKind(schema);
  if (type === "object") return schema.properties ? "group" : "json";
  if (schema["x-reference"]) return "reference";
  if (schema["x-suggest"]) return "suggest";
  if (schema.enum) return "choice";
  if (type === "boolean" || typeof schema.const === "boolean") return "boolean";
  if (type === "number" || type === "integer") return "number";
  if (type !== "string" && type !== undefined) return "json";
  return widget === "textarea" ? "textarea" : textKind(schema);
}

function arrayKind(schema: DataSchema): FieldKind {
  const items = schema.items ?? {};
  if (items["x-reference"] || schema["x-reference"]) return "references";
  if (items.enum) return "choices";
  if (items.properties) return "rows";
  return typeOf(items) === "string" ? "words" : "json";
}

function textKind(schema: DataSchema): FieldKind {
  switch (schema.format) {
    case "email":
    case "phone":
    case "siret":
    case "postal-code":
    case "date":
    case "date-time":
    case "time":
      return schema.format;
    case "insee-commune":
      return "commune";
    case "uri":
      return "web";
    default:
      return (schema.maxLength ?? 0) > 300 ? "textarea" : "text";
  }
}

function typeOf(schema: DataSchema): string | undefined {
  const { type } = schema;
  if (typeof type === "string" || type === undefined) return type as string | undefined;
  return type.find((candidate) => candidate !== "null");
}

function choicesOf(schema: DataSchema, language: Language): readonly Choice[] {
  return (schema.enum ?? []).flatMap((value) =>
    typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? [{ value, label: said(schema["x-labels"]?.[String(value)], language) ?? String(value) }]
      : [],
  );
}

function said(text: Text | undefined, language: Language): string | undefined {
  return text === undefined ? undefined : unbroken(inLanguage(text, language));
}
