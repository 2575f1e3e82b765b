import type { Json } from "../../plugin-api/json.ts";

/** Whether the JSON value is a list; `Array.isArray` does not tell a read-only one from the rest. */
export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
