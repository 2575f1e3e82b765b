import type { Json, JsonObject } from "../../../server/plugin-api/index.ts";

/** The text in a field, or "" where there is none. */
export function textOf(record: JsonObject, field: string): string {
  const value = record[field];
  return typeof value === "string" ? value : "";
}

/** The number in a field, or `otherwise`. */
export function numberOf<T>(record: JsonObject, field: string, otherwise: T): number | T {
  const value = record[field];
  return typeof value === "number" ? value : otherwise;
}

/** The texts of a list, or none. */
export function textsOf(record: JsonObject, field: string): readonly string[] {
  return listOf(record, field).filter((item) => typeof item === "string");
}

/** The objects of a list, or none. */
export function objectsOf(record: JsonObject, field: string): readonly JsonObject[] {
  return listOf(record, field).filter(isObject);
}

/** True, false, or null where nobody said. */
export function answerOf(record: JsonObject, field: string): boolean | null {
  const value = record[field];
  return typeof value === "boolean" ? value : null;
}

function listOf(record: JsonObject, field: string): readonly Json[] {
  const value = record[field];
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
