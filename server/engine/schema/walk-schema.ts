import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { JsonObject } from "../../plugin-api/json.ts";

/** A field of a schema, wherever it stands: under `properties`, or in a branch of `allOf`, `if`, `then`, `else`. */
export interface SchemaField {
  readonly name: string;
  /** Dotted path from the root; the items of an array add nothing to it. */
  readonly path: string;
  /** What is said of it where it is first declared. */
  readonly schema: DataSchema;
  /** Must always be there. */
  readonly required: boolean;
  /** Declared in a branch alone: there or not depending on other fields. */
  readonly conditional: boolean;
  /** The id of its form section. */
  readonly group: string | null;
  /** Stands inside an array. */
  readonly repeated: boolean;
}

/**
 * The fields at the top of a schema: its own in their order, then those that only a branch declares. What an `if`
 * says of a field is a question, no declaration.
 */
export function fieldsOf(schema: DataSchema): readonly SchemaField[] {
  const required = new Set(alwaysRequired(schema));
  const fields = new Map<string, SchemaField>();
  for (const { part, conditional } of partsOf(schema)) {
    for (const [name, field] of Object.entries(part.properties ?? {})) {
      if (fields.has(name)) continue;
      const group = field["x-group"] ?? null;
      fields.set(name, {
        name,
        path: name,
        schema: field,
        required: required.has(name),
        conditional,
        group,
        repeated: false,
      });
    }
  }
  return [...fields.values()];
}

/** Every field, those inside objects and arrays after the one that they stand in. */
export function allFieldsOf(schema: DataSchema): readonly SchemaField[] {
  return fieldsOf(schema).flatMap((field) => [field, ...insideOf(field)]);
}

/** The fields that hold the id of a record, or a list of ids, with the type of it. */
export function referencesOf(
  schema: DataSchema,
): readonly { readonly field: string; readonly type: string; readonly many: boolean }[] {
  return allFieldsOf(schema).flatMap((field) => {
    const own = field.schema["x-reference"];
    const type = own ?? field.schema.items?.["x-reference"];
    return type === undefined ? [] : [{ field: field.path, type, many: own === undefined || field.repeated }];
  });
}

/**
 * The schema for one value: the branches whose `if` holds (told by `holds`) laid over it, the others left out.
 * What a form shows and requires at this moment.
 */
export function schemaFor(
  schema: DataSchema,
  value: JsonObject,
  holds: (schema: DataSchema, value: JsonObject) => boolean,
): DataSchema {
  const { allOf = [], if: condition, then: whenTrue, else: whenFalse, ...own } = schema;
  const branch = condition === undefined ? undefined : holds(condition, value) ? whenTrue : whenFalse;
  const parts = branch === undefined ? allOf : [...allOf, branch];
  return parts.reduce<DataSchema>((flat, part) => overlay(flat, schemaFor(part, value, holds)), own);
}

interface Part {
  readonly part: DataSchema;
  readonly conditional: boolean;
}

/** The schema and everything laid over it, each with whether it depends on the value. */
function partsOf(schema: DataSchema, conditional = false): readonly Part[] {
  const branches = [schema.then, schema.else, ...(schema.anyOf ?? [])].filter((part) => part !== undefined);
  return [
    { part: schema, conditional },
    ...(schema.allOf ?? []).flatMap((part) => partsOf(part, conditional)),
    ...branches.flatMap((part) => partsOf(part, true)),
  ];
}

function alwaysRequired(schema: DataSchema): readonly string[] {
  return partsOf(schema).flatMap(({ part, conditional }) => (conditional ? [] : (part.required ?? [])));
}

function insideOf(field: SchemaField): readonly SchemaField[] {
  const { items } = field.schema;
  const inside = items ?? field.schema;
  if (inside.properties === undefined && inside.allOf === undefined) return [];
  return allFieldsOf(inside).map((inner) => ({
    ...inner,
    path: `${field.path}.${inner.path}`,
    conditional: field.conditional || inner.conditional,
    required: field.required && inner.required,
    group: inner.group ?? field.group,
    repeated: field.repeated || inner.repeated || items !== undefined,
  }));
}

function overlay(under: DataSchema, over: DataSchema): DataSchema {
  const properties: { [field: string]: DataSchema } = { ...under.properties };
  for (const [name, field] of Object.entries(over.properties ?? {}))
    properties[name] = { ...properties[name], ...field };
  const required = [...new Set([...(under.required ?? []), ...(over.required ?? [])])];
  return {
    ...under,
    ...over,
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required }),
  };
}
