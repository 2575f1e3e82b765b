import type { Json, JsonObject } from "../../plugin-api/json.ts";
import { isList } from "../schema/is-list.ts";
import type { FieldChange } from "./decision.ts";

/**
 * The data with the patch laid over it, field by field; a field that the patch sets to null is gone.
 *
 * @example mergeData({ title: "Nana", copies: 2 }, { copies: null }); // { title: "Nana" }
 */
export function mergeData(data: JsonObject, patch: JsonObject): JsonObject {
  const merged: { [field: string]: Json } = { ...data };
  for (const [field, value] of Object.entries(patch)) {
    if (value === null || value === undefined) delete merged[field];
    else merged[field] = value;
  }
  return merged;
}

/**
 * The fields that differ, each with what it was and what it became; a field that is not there is null.
 *
 * @example changesBetween({ copies: 2 }, { copies: 3 }); // { copies: { from: 2, to: 3 } }
 */
export function changesBetween(before: JsonObject, after: JsonObject): { readonly [field: string]: FieldChange } {
  const changes: { [field: string]: FieldChange } = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const from = before[field] ?? null;
    const to = after[field] ?? null;
    if (!sameJson(from, to)) changes[field] = { from, to };
  }
  return changes;
}

/** Whether two values are the same JSON, whatever the order of their keys. */
export function sameJson(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (isList(left) || isList(right)) {
    return isList(left) && isList(right) && left.length === right.length && left.every((l, n) => sameJson(l, right[n]));
  }
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length && keys.every((key) => key in right && sameJson(left[key], right[key]))
  );
}
