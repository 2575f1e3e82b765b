import type { Case, StoredRecord } from "../../engine/execution/case.ts";
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
  return { actorId: id, actorName: name, system: systemFields(record), ...what, note: what.note ?? null };
}

/** What the office keeps of a case beside its data: enough to tell its past and to make it again. */
function systemFields(record: StoredRecord | Case): JsonObject {
  if (!isCase(record)) return {};
  const { state, remembered, armed, stage, status, assigneeId, stageSince, dueAt, workflowVersion } = record;
  return { state, remembered, armed, stage, status, assigneeId, stageSince, dueAt, workflowVersion };
}
