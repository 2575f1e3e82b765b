import { hash } from "node:crypto";
import type { FieldChange } from "../../engine/execution/decision.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { HistoryEntry } from "../changes/change.ts";
import { type RecordSalt, saltOf } from "./record-salt.ts";

/** Where a note is among the digests of an entry; no field can be called so. */
export const noteField = "#note";

/** An entry as it stands in the chain of its record. */
export interface ChainedEntry extends HistoryEntry {
  readonly recordId: string;
  /** 1 for the first of the record. */
  readonly seq: number;
  /** Digests of the values that were erased since, by field; the note's under `#note`. */
  readonly erased?: { readonly [field: string]: string };
}

/**
 * The link of an entry: a sha-256, in hexadecimal, over the link before it (empty for the first) and the entry. Values
 * and the note enter it as salted digests, so that they can go without breaking the chain. It is worked out for every
 * change that is written: JSON as it is kept in the database needs no other order of its keys.
 */
export function entryHash(entry: ChainedEntry, salt: RecordSalt, previous: string): string {
  const { recordId, seq, at, actorId, actorName, event, from, to, system } = entry;
  const digests = Object.entries({ ...valueDigests(entry, salt), ...entry.erased });
  const values = digests.map(([field, value]) => `${field} ${value}`).sort();
  return sha256([previous, recordId, seq, at, actorId, actorName, event, from, to, system, values]);
}

/** The digest of each value that an entry holds, by field; of the note too. */
export function valueDigests(
  { seq, changes, note }: Pick<ChainedEntry, "seq" | "changes" | "note">,
  salt: RecordSalt,
): { readonly [field: string]: string } {
  const digests: { [field: string]: string } = {};
  for (const [field, { from, to }] of Object.entries(changes)) digests[field] = digest(salt, field, [seq, from, to]);
  if (note !== null) digests[noteField] = digest(salt, noteField, [seq, note]);
  return digests;
}

/** What is left of an entry when all but the kept fields are erased. */
export function erasedEntry(
  entry: ChainedEntry,
  salt: RecordSalt,
  isKept: (field: string) => boolean,
): Pick<ChainedEntry, "changes" | "note"> & { readonly erased: JsonObject } {
  const gone = Object.entries(valueDigests(entry, salt)).filter(([field]) => !isKept(field));
  const changes = Object.entries(entry.changes).filter(([field]) => isKept(field));
  return {
    changes: Object.fromEntries(changes) as { readonly [field: string]: FieldChange },
    note: null,
    erased: { ...entry.erased, ...Object.fromEntries(gone) },
  };
}

function digest(salt: RecordSalt, field: string, value: readonly unknown[]): string {
  return sha256([saltOf(salt, field), ...value]);
}

function sha256(parts: readonly unknown[]): string {
  return hash("sha256", JSON.stringify(parts));
}
