import type { Json, JsonObject } from "../../../plugin-api/json.ts";
import { sameJson } from "../../execution/merge-data.ts";
import { isObject } from "../../schema/is-object.ts";

/** One difference between two JSON documents. */
export interface JsonChange {
  readonly kind: "added" | "removed" | "changed";
  readonly path: readonly string[];
  readonly before?: Json;
  readonly after?: Json;
}

/**
 * What differs, in the order of the newer document. Objects are compared field by field, except sentences, which are
 * one value each; lists are one value.
 */
export function jsonChanges(before: Json, after: Json, path: readonly string[] = []): readonly JsonChange[] {
  if (sameJson(before, after)) return [];
  if (!isObject(before) || !isObject(after) || isSentence(before) || isSentence(after)) {
    return [{ kind: "changed", path, before, after }];
  }
  const removed = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  return [
    ...Object.keys(after).flatMap((key) => changeOf(before, after, [...path, key])),
    ...removed.map((key): JsonChange => ({ kind: "removed", path: [...path, key], before: before[key] ?? null })),
  ];
}

function changeOf(before: JsonObject, after: JsonObject, path: readonly string[]): readonly JsonChange[] {
  const key = path.at(-1) ?? "";
  const now = after[key] ?? null;
  return Object.hasOwn(before, key)
    ? jsonChanges(before[key] ?? null, now, path)
    : [{ kind: "added", path, after: now }];
}

function isSentence(value: JsonObject): boolean {
  return typeof value["fr"] === "string" && Object.keys(value).every((key) => key === "fr" || key === "en");
}
