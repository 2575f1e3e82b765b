import { fieldsOf } from "../../server/engine/schema/walk-schema.ts";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import type { Json, JsonObject } from "../../server/plugin-api/json.ts";

/** What a form holds while it is filled in: like JSON, with holes. */
export type FormValues = { readonly [field: string]: unknown };

/**
 * What was filled in: no empty texts, no empty rows, nothing of a field that the schema of this moment has not.
 * This is what is checked and sent.
 */
export function filledIn(values: FormValues, schema: DataSchema): JsonObject {
  const kept: { [field: string]: Json } = {};
  for (const { name, schema: field } of fieldsOf(schema)) {
    const value = filled(values[name], field);
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

/** The fields that are no longer what they were; one that was emptied is null, which takes it out of the record. */
export function changedFields(before: JsonObject, after: JsonObject, fields: Iterable<string>): JsonObject {
  const changes: { [field: string]: Json } = {};
  for (const name of fields) {
    const was = before[name] ?? null;
    const is = after[name] ?? null;
    if (!sameJson(was, is)) changes[name] = is;
  }
  return changes;
}

/** Where a form begins: what is known already, and the schema's defaults for the rest. */
export function startingValues(schema: DataSchema, known: FormValues): FormValues {
  const values: { [field: string]: unknown } = {};
  for (const { name, schema: field } of fieldsOf(schema)) {
    const value = known[name] ?? field.default;
    if (value !== undefined && value !== null) values[name] = value;
  }
  return values;
}

/** Whether two JSON values say the same; the order of an object's keys says nothing. */
export function sameJson(one: Json, other: Json): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

function filled(value: unknown, schema: DataSchema): Json | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (Array.isArray(value)) {
    const items = value.flatMap((item) => filled(item, schema.items ?? {}) ?? []);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value === "object") {
    const inner = schema.properties ? filledIn(value as FormValues, schema) : (value as JsonObject);
    return Object.keys(inner).length > 0 ? inner : undefined;
  }
  return typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

function ordered(value: Json): Json {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
}
