import type { SchemaField } from "../../../server/engine/schema/walk-schema.ts";
import type { DataSchema } from "../../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import type { RecordTypeDefinition } from "../../../server/plugin-api/record-type-definition.ts";
import type { Text } from "../../../server/plugin-api/text.ts";
import { keyOf } from "../../schema-ui/key-of.ts";
import { type SimpleKind, schemaOfKind } from "./field-kinds.ts";

/** What the small form of a field asks. */
export interface FieldAnswers {
  readonly titleFr: string;
  readonly titleEn?: string;
  readonly helpFr?: string;
  readonly kind?: SimpleKind;
  readonly choices?: readonly string[];
  readonly reference?: string;
  readonly group?: string;
  readonly required?: boolean;
  readonly column?: boolean;
  readonly filter?: boolean;
  readonly search?: boolean;
}

/** The answers that a field stands for, to begin its form with. */
export function answersOf(definition: RecordTypeDefinition, field: SchemaField): JsonObject {
  const title = bothOf(field.schema["x-title"] ?? field.schema.title ?? field.name);
  const help = field.schema["x-help"];
  return {
    titleFr: title.fr,
    ...(title.en ? { titleEn: title.en } : {}),
    ...(help ? { helpFr: bothOf(help).fr } : {}),
    ...(field.group ? { group: field.group } : {}),
    required: field.required,
    column: definition.list?.columns?.includes(field.name) ?? false,
    filter: definition.list?.filters?.includes(field.name) ?? false,
    search: field.schema["x-search"] === true,
  };
}

/** The definition with a field added, or changed when it names one that is there. */
export function withField(
  definition: RecordTypeDefinition,
  field: SchemaField | null,
  answers: FieldAnswers,
): RecordTypeDefinition {
  const name = field?.name ?? freeName(definition, keyOf(answers.titleFr, ""));
  const made = field
    ? field.schema
    : schemaOfKind(answers.kind ?? "text", { choices: answers.choices ?? [], reference: answers.reference ?? "" });
  const { "x-help": _help, "x-index": _index, "x-search": _search, "x-group": _group, ...kept } = made;
  const schema: DataSchema = {
    ...kept,
    "x-title": textOf(answers.titleFr, answers.titleEn),
    ...(answers.helpFr ? { "x-help": helpOf(made["x-help"], answers.helpFr) } : {}),
    ...(answers.group ? { "x-group": answers.group } : {}),
    ...(answers.filter || answers.column || made["x-index"] ? { "x-index": true as const } : {}),
    ...(answers.search ? { "x-search": true as const } : {}),
  };
  const required = toggled(definition.schema.required ?? [], name, answers.required ?? false);
  return {
    ...definition,
    schema: { ...definition.schema, required, properties: { ...definition.schema.properties, [name]: schema } },
    list: {
      ...definition.list,
      columns: toggled(definition.list?.columns ?? [], name, answers.column ?? false),
      filters: toggled(definition.list?.filters ?? [], name, answers.filter ?? false),
    },
  };
}

function freeName(definition: RecordTypeDefinition, wanted: string): string {
  const taken = new Set([
    "id",
    "version",
    "createdAt",
    "updatedAt",
    "displayName",
    ...Object.keys(definition.schema.properties ?? {}),
  ]);
  let name = wanted;
  for (let next = 2; taken.has(name); next += 1) name = `${wanted}${next}`;
  return name;
}

function toggled(names: readonly string[], name: string, on: boolean): readonly string[] {
  const others = names.filter((other) => other !== name);
  if (!on) return others;
  return names.includes(name) ? names : [...others, name];
}

function textOf(fr: string, en: string | undefined): Text {
  return en ? { fr, en } : { fr };
}

function helpOf(before: Text | undefined, fr: string): Text {
  const english = before === undefined ? undefined : bothOf(before).en;
  return textOf(fr, english);
}

function bothOf(text: Text): { readonly fr: string; readonly en?: string } {
  return typeof text === "string" ? { fr: text } : text;
}
