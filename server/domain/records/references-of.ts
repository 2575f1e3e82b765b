import { valueAt } from "../../engine/schema/value-at.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Reference } from "../changes/change.ts";
import type { PublishedType } from "../definitions/published-type.ts";

/** Every id that the data refer to, with the field and the type that it must be of. */
export function referencesOf(type: PublishedType, data: JsonObject): readonly Reference[] {
  return type.references.flatMap(({ field, type: to }) => {
    const value = valueAt(data, field);
    const ids = Array.isArray(value) ? value : [value];
    return ids.flatMap((id) => (typeof id === "string" ? [{ field, type: to, id }] : []));
  });
}
