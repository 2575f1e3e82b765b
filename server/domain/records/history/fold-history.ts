import type { Case, StoredRecord } from "../../../engine/execution/case.ts";
import { mergeData } from "../../../engine/execution/merge-data.ts";
import type { JsonObject } from "../../../plugin-api/json.ts";
import type { StoredEntry } from "../record-reader.ts";
import { endsRecord } from "./ends-record.ts";

/**
 * The record as the entries leave it: every change of its fields laid one over the other, the system fields those of
 * the last. Null when the last entry is its deletion or its erasure, or when there is none.
 */
export function foldHistory(
  address: { readonly type: string; readonly id: string },
  entries: readonly StoredEntry[],
): StoredRecord | Case | null {
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined || endsRecord(last)) return null;
  const data = entries.reduce((before, entry) => mergeData(before, dataChanges(entry)), {} as JsonObject);
  const { type, id } = address;
  const record = { id, type, version: last.version, createdAt: first.at, updatedAt: last.at, data };
  return { ...record, ...last.system };
}

/** What changed of the data; who follows a case is told by its system fields. */
function dataChanges(entry: StoredEntry): JsonObject {
  const isCase = Object.hasOwn(entry.system, "stage");
  const changes = Object.entries(entry.changes).filter(([field]) => !(isCase && field === "assigneeId"));
  return Object.fromEntries(changes.map(([field, change]) => [field, change.to]));
}
