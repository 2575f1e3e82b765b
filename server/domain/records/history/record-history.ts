import type { JsonObject } from "../../../plugin-api/json.ts";
import type { Caller } from "../../changes/caller.ts";
import type { Office } from "../../changes/office.ts";
import { isId } from "../../changes/uuid-v7.ts";
import type { PublishedType } from "../../definitions/published-type.ts";
import { readableType } from "../find-type.ts";
import { readsWhole } from "../flatten.ts";
import { findRecord, type RecordAddress } from "../load-record.ts";
import { unknownRecord } from "../record-errors.ts";
import type { StoredEntry } from "../record-reader.ts";
import { changesInReadersLanguage } from "../translated-fields.ts";

/**
 * What happened to a record, oldest first, of a deleted one too: who, when, from where to where, and what changed of
 * the fields that the caller may read.
 *
 * @throws DomainError `unknown-type`, `may-not-read`, `unknown-record`.
 */
export async function recordHistory(
  office: Office,
  caller: Caller,
  address: RecordAddress,
): Promise<readonly JsonObject[]> {
  const type = readableType(office, caller, address.type);
  const entries = await readableHistory(office, caller, { type, id: address.id });
  return entries.map((entry) => entryAnswer(type, caller, entry));
}

/**
 * The stored entries of a record that the caller may read. One that is deleted can no longer be seen to be in a scope,
 * so only those without one read its past.
 */
export async function readableHistory(
  office: Office,
  caller: Caller,
  { type, id }: { readonly type: PublishedType; readonly id: string },
): Promise<readonly StoredEntry[]> {
  if (!isId(id)) throw unknownRecord(type.id, id);
  const isLimited = caller.rights.scope(type.id).length > 0;
  if (isLimited && (await findRecord(office, caller, { type, id })) === null) throw unknownRecord(type.id, id);
  const entries = await office.reader.history(type.id, id);
  if (entries.length === 0) throw unknownRecord(type.id, id);
  return entries;
}

/** An entry as its reader is answered it. A note is free text: it is for those who read every field. */
export function entryAnswer(type: PublishedType, caller: Caller, entry: StoredEntry): JsonObject {
  const readable = caller.rights.readable(type.id);
  const hidden = (field: string) =>
    readable !== null && !readable.has(field) && type.fields.get(field)?.ref.kind !== "system";
  const told = changesInReadersLanguage(type, entry.changes, caller.language);
  const changes = Object.entries(told).filter(([field]) => !hidden(field));
  return {
    seq: entry.seq,
    version: entry.version,
    at: entry.at,
    actor: { id: entry.actorId, name: entry.actorName },
    event: entry.event,
    from: entry.from,
    to: entry.to,
    changes: Object.fromEntries(changes.map(([field, { from, to }]) => [field, { from, to }])),
    note: readsWhole(type, caller.rights) ? entry.note : null,
    ...(entry.erased === undefined ? {} : { erased: Object.keys(entry.erased).filter((field) => !hidden(field)) }),
  };
}
