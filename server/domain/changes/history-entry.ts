import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import { standingOf } from "../../engine/execution/case-standing.ts";
import { isCase } from "../../engine/execution/flatten-record.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "./caller.ts";
import type { HistoryEntry } from "./change.ts";

/** The entry that a change leaves in the history of its record; `record` is the record after it. */
export function historyEntry(
  caller: Caller,
  record: StoredRecord | Case,
  what: Pick<HistoryEntry, "at" | "event" | "from" | "to" | "changes"> & { readonly note?: string | null },
): HistoryEntry {
  const { id, name } = caller.principal;
  return { actorId: id, actorName: name, system: systemOf(record), ...what, note: what.note ?? null };
}

/** What the office keeps of a record beside its data, of a case above all: enough to tell its past and to make it again. */
function systemOf(record: StoredRecord | Case): JsonObject {
  const erased = record.erasedAt === undefined ? {} : { erasedAt: record.erasedAt };
  return isCase(record) ? { ...standingOf(record), ...erased } : erased;
}
