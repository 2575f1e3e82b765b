import { valueAt } from "../../engine/schema/value-at.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { listRecords } from "../records/lists/list-records.ts";

/** Lists of fields that name a record in the world outside, tried in order. */
export type NaturalKeys = readonly (readonly string[])[];

/** The keys that the type declares. */
export function keysOf({ definition }: PublishedType): NaturalKeys {
  return "keys" in definition ? (definition.keys ?? []) : [];
}

/** A text for each key that the data fill in: two lines with one in common are about the same record. */
export function keyTexts(keys: NaturalKeys, data: JsonObject): readonly string[] {
  return keys.flatMap((key) => {
    const values = valuesOf(key, data);
    return values ? [JSON.stringify([key, values])] : [];
  });
}

/**
 * The record that one of the keys finds, or null. A record found by a later key is another one when a key before it
 * tells them apart.
 */
export async function findByKeys(
  office: Office,
  caller: Caller,
  { type, keys, data }: { readonly type: PublishedType; readonly keys: NaturalKeys; readonly data: JsonObject },
): Promise<{ readonly id: string; readonly version: number } | null> {
  for (const [index, key] of keys.entries()) {
    const values = valuesOf(key, data);
    if (!values) continue;
    const filter = Object.fromEntries(key.map((field, at) => [field, values[at] ?? null]));
    const { rows } = await listRecords(office, caller, { type: type.id, filter, range: [0, 9] });
    const found = rows.find((row) => !keys.slice(0, index).some((earlier) => tellsApart(earlier, row, data)));
    if (found) return { id: String(found["id"]), version: Number(found["version"]) };
  }
  return null;
}

function tellsApart(key: readonly string[], row: JsonObject, data: JsonObject): boolean {
  const [there, here] = [valuesOf(key, row), valuesOf(key, data)];
  return there !== null && here !== null && JSON.stringify(there) !== JSON.stringify(here);
}

/** The values of the key's fields; null unless all are filled in. */
function valuesOf(key: readonly string[], data: JsonObject): readonly Json[] | null {
  const values = key.map((field) => valueAt(data, field));
  const filled = values.filter((value): value is Json => value !== undefined && value !== null && value !== "");
  return filled.length === key.length ? filled : null;
}
