import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { foldHistory } from "../records/history/fold-history.ts";
import type { StoredEntry } from "../records/record-reader.ts";

/** A record with all that is kept of its past. */
export interface FoundRecord {
  /** As it is, or as it was when it was deleted. */
  readonly record: StoredRecord | Case;
  readonly isDeleted: boolean;
  readonly entries: readonly StoredEntry[];
}

/** A record that can be erased: a live one, or one that was deleted and whose history still tells of somebody. */
export async function foundRecord(office: Office, type: PublishedType, id: string): Promise<FoundRecord | null> {
  const [live, entries] = await Promise.all([office.reader.get(type.id, id), office.reader.history(type.id, id)]);
  if (live !== null) return { record: live.record, isDeleted: false, entries };
  const last = entries.at(-1);
  if (last?.event !== "delete") return null;
  const record = foldHistory({ type: type.id, id }, entries.slice(0, -1));
  return record === null ? null : { record: { ...record, version: last.version }, isDeleted: true, entries };
}
