import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import { flattenRecord } from "../../engine/execution/flatten-record.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import type { Rights } from "../rights/rights.ts";
import { inReadersLanguage } from "./translated-fields.ts";

/**
 * A record as its reader is answered it: the system fields, the data fields that they may read, in their language where
 * a text is kept in several, the display name.
 *
 * @example
 * flatten(members, record, { rights, language: "fr", displayName }); // { firstName: "Jeanne", id: "0198…", version: 1, …, displayName: "Jeanne Roux" }
 */
export function flatten(
  type: PublishedType,
  record: StoredRecord | Case,
  reader: Pick<Caller, "rights" | "language"> & { readonly displayName: string },
): JsonObject {
  const readable = readableData(type, record.data, reader.rights);
  const data = inReadersLanguage(type, readable, reader.language);
  return { ...flattenRecord({ ...record, data }), displayName: reader.displayName };
}

/** The data fields that the reader may read. What a record still holds of a field that its type has lost, nobody sees. */
export function readableData(type: PublishedType, data: JsonObject, rights: Rights): JsonObject {
  const readable = rights.readable(type.id);
  const isOpen = type.kind === "workflow" || type.schema.additionalProperties === true;
  const known = type.schema.properties ?? {};
  const isSeen = (field: string) =>
    (readable === null || readable.has(field)) && (isOpen || Object.hasOwn(known, field));
  return Object.fromEntries(Object.entries(data).filter(([field]) => isSeen(field)));
}

/** Whether the reader may read every data field of the type, so that free text about it hides nothing from them. */
export function readsWhole(type: PublishedType, rights: Rights): boolean {
  const readable = rights.readable(type.id);
  return readable === null || Object.keys(type.schema.properties ?? {}).every((field) => readable.has(field));
}
