import type { JsonObject } from "../../plugin-api/json.ts";
import type { Case, StoredRecord } from "./case.ts";

/** The record as the API answers it and as rules and expressions read it: its system fields and its data side by side. */
export function flattenRecord(record: StoredRecord | Case): JsonObject {
  const flat = {
    ...record.data,
    id: record.id,
    version: record.version,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    ...(record.erasedAt !== undefined && { erasedAt: record.erasedAt }),
  };
  if (!isCase(record)) return flat;
  return {
    ...flat,
    state: record.state,
    stage: record.stage,
    status: record.status,
    assigneeId: record.assigneeId,
    stageSince: record.stageSince,
    dueAt: record.dueAt,
    workflowVersion: record.workflowVersion,
  };
}

/** Whether the record is one that moves. */
export function isCase(record: StoredRecord | Case): record is Case {
  return "state" in record;
}
