import { sameJson } from "../../engine/execution/merge-data.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { forbiddenFields } from "./record-errors.ts";

/**
 * Refuses a body that changes fields which the caller may not write. One that they may read and send back unchanged
 * does no harm; one that they may not even read is refused whatever it holds, so that nothing can be guessed from it.
 *
 * @throws DomainError `may-not-write-field`, with each field.
 */
export function requireWritable(
  type: PublishedType,
  { rights }: Caller,
  { patch, current }: { readonly patch: JsonObject; readonly current: JsonObject },
): void {
  const writable = rights.writable(type.id);
  if (writable === null) return;
  const readable = rights.readable(type.id);
  const known = type.schema.properties ?? {};
  const refused = Object.keys(patch).filter((field) => {
    if (writable.has(field) || !Object.hasOwn(known, field)) return false;
    const isRead = readable === null || readable.has(field);
    return !isRead || !sameJson(patch[field] ?? null, current[field] ?? null);
  });
  if (refused.length === 0) return;
  throw forbiddenFields(Object.fromEntries(refused.map((field) => [field, known[field]?.["x-title"] ?? field])));
}
