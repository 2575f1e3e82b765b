import type { StoredRecord } from "../../../engine/execution/case.ts";
import { instantOf, startOfDay } from "../../../engine/time/calendar.ts";
import { isCalendarDay } from "../../../engine/time/calendar-day.ts";
import { isInstant } from "../../../engine/time/instant.ts";
import type { JsonObject } from "../../../plugin-api/json.ts";
import type { Caller } from "../../changes/caller.ts";
import type { Office } from "../../changes/office.ts";
import { answerRecord } from "../answer-record.ts";
import { readableType } from "../find-type.ts";
import type { RecordAddress } from "../load-record.ts";
import { malformedInstant, unknownRecord } from "../record-errors.ts";
import type { StoredEntry } from "../record-reader.ts";
import { erasesPerson } from "./ends-record.ts";
import { foldHistory } from "./fold-history.ts";
import { readableHistory } from "./record-history.ts";

/** A moment of a record's past: an instant, or an office day for its last moment. */
export interface PastAddress extends RecordAddress {
  readonly at: string;
}

/**
 * The record as it was, of a deleted one too; of one whose person was erased what stays, and since when (`erasedAt`).
 *
 * @throws DomainError `malformed-instant`, `unknown-record` when it did not exist then, `unknown-type`, `may-not-read`.
 */
export async function recordAt(
  office: Office,
  caller: Caller,
  { type: typeId, id, at }: PastAddress,
): Promise<JsonObject> {
  const type = readableType(office, caller, typeId);
  const entries = await readableHistory(office, caller, { type, id });
  const past = entriesUntil(at, entries, office.registry.office().timeZone);
  const record = foldHistory({ type: typeId, id }, past);
  const erasedAt = entries.find(erasesPerson)?.at;
  if (erasedAt !== undefined && past.length > 0) {
    return answerRecord(office, caller, { type, record: { ...(record ?? tombstone(typeId, id, past)), erasedAt } });
  }
  if (record === null) throw unknownRecord(typeId, id);
  return answerRecord(office, caller, { type, record });
}

function entriesUntil(at: string, entries: readonly StoredEntry[], timeZone: string): readonly StoredEntry[] {
  if (isCalendarDay(at)) {
    const end = startOfDay(at, timeZone, 1);
    return entries.filter((entry) => entry.at < end);
  }
  if (!isInstant(at)) throw malformedInstant(at);
  const instant = instantOf(at, timeZone);
  return entries.filter((entry) => entry.at <= instant);
}

/** All that is left to say of a record that is gone. */
function tombstone(type: string, id: string, entries: readonly StoredEntry[]): StoredRecord {
  const [first, last] = [entries[0], entries.at(-1)];
  return { type, id, version: last?.version ?? 0, createdAt: first?.at ?? "", updatedAt: last?.at ?? "", data: {} };
}

/** The record as a version of it was, for an answer that is given again; null when there was no such version. */
export async function recordAtVersion(
  office: Office,
  caller: Caller,
  { type: typeId, id, version }: RecordAddress & { readonly version: number },
): Promise<JsonObject | null> {
  const type = readableType(office, caller, typeId);
  const entries = await office.reader.history(typeId, id);
  const record = foldHistory(
    { type: typeId, id },
    entries.filter((entry) => entry.version <= version),
  );
  return record === null ? null : answerRecord(office, caller, { type, record });
}
