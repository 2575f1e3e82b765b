import type { DataSchema } from "../../plugin-api/data-schema.ts";
import { inLanguage, type Language } from "../../plugin-api/text.ts";

/** For whom a schema is served. */
export interface SchemaReader {
  readonly language: Language;
  /** The fields that may be read; null or absent for all of them. */
  readonly readable?: ReadonlySet<string> | null;
}

/**
 * The schema as a reader is given it: self-contained, sentences in one language (`title`, `x-labels`, `x-help`,
 * `x-groups`), fields that they may not read left out with every condition that asks about them.
 */
export function serveSchema(schema: DataSchema, reader: SchemaReader): DataSchema {
  return inOneLanguage(withoutHidden(schema, reader.readable ?? null), reader.language);
}

function withoutHidden(schema: DataSchema, readable: ReadonlySet<string> | null): DataSchema {
  if (readable === null) return schema;
  const { properties, required, allOf, anyOf, if: condition, then: whenTrue, else: whenFalse, not, ...rest } = schema;
  const visible = (part: DataSchema): boolean => [...fieldNames(part)].every((field) => readable.has(field));
  const kept = (part: DataSchema | undefined, name: string): object =>
    part === undefined ? {} : { [name]: withoutHidden(part, readable) };
  return {
    ...rest,
    ...(properties && { properties: pick(properties, readable) }),
    ...(required && { required: required.filter((field) => readable.has(field)) }),
    ...(allOf && { allOf: allOf.map((part) => withoutHidden(part, readable)).filter((part) => !isEmpty(part)) }),
    ...(anyOf?.every(visible) && { anyOf }),
    ...(not && visible(not) && { not }),
    ...(condition && visible(condition) && { if: condition, ...kept(whenTrue, "then"), ...kept(whenFalse, "else") }),
  };
}

function pick(properties: { readonly [field: string]: DataSchema }, readable: ReadonlySet<string>) {
  return Object.fromEntries(Object.entries(properties).filter(([field]) => readable.has(field)));
}

function isEmpty(schema: DataSchema): boolean {
  return Object.values(schema).every((value) => Array.isArray(value) && value.length === 0);
}

/** Every field of the document that a condition asks about. */
function fieldNames(schema: DataSchema): ReadonlySet<string> {
  const inner = [schema.if, schema.then, schema.else, schema.not, ...(schema.allOf ?? []), ...(schema.anyOf ?? [])];
  return new Set([
    ...Object.keys(schema.properties ?? {}),
    ...(schema.required ?? []),
    ...inner.flatMap((part) => (part === undefined ? [] : [...fieldNames(part)])),
  ]);
}

function inOneLanguage(schema: DataSchema, language: Language): DataSchema {
  const { "x-title": title, "x-labels": labels, "x-help": help, "x-groups": groups, ...rest } = schema;
  const inside = (part: DataSchema): DataSchema => inOneLanguage(part, language);
  return {
    ...rest,
    ...(title !== undefined && { title: inLanguage(title, language) }),
    ...(labels && { "x-labels": mapValues(labels, (label) => inLanguage(label, language)) }),
    ...(help !== undefined && { "x-help": inLanguage(help, language) }),
    ...(groups && { "x-groups": groups.map((group) => ({ ...group, title: inLanguage(group.title, language) })) }),
    ...(rest.properties && { properties: mapValues(rest.properties, inside) }),
    ...(rest.items && { items: inside(rest.items) }),
    ...(typeof rest.additionalProperties === "object" && { additionalProperties: inside(rest.additionalProperties) }),
    ...(rest.contains && { contains: inside(rest.contains) }),
    ...(rest.allOf && { allOf: rest.allOf.map(inside) }),
    ...(rest.anyOf && { anyOf: rest.anyOf.map(inside) }),
    ...branches(rest, inside),
  };
}

function branches(schema: DataSchema, inside: (part: DataSchema) => DataSchema): DataSchema {
  return Object.fromEntries(
    (["if", "then", "else", "not"] as const).flatMap((keyword) => {
      const part = schema[keyword];
      return part === undefined ? [] : [[keyword, inside(part)]];
    }),
  );
}

function mapValues<Value, Mapped>(
  values: { readonly [key: string]: Value },
  map: (value: Value) => Mapped,
): { readonly [key: string]: Mapped } {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}
