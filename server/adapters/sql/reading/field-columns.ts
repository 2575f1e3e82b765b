import type { FieldRef } from "../../../domain/records/record-reader.ts";
import type { DataField } from "../dialect.ts";

/** The columns of `records` that hold what is not data. */
const columns: ReadonlyMap<string, string> = new Map([
  ["id", "id"],
  ["version", "version"],
  ["createdAt", "created_at"],
  ["updatedAt", "updated_at"],
  ["displayName", "label_key"],
  ["stage", "stage"],
  ["status", "status"],
  ["assigneeId", "assignee_id"],
  ["stageSince", "stage_since"],
  ["dueAt", "due_at"],
  ["workflowVersion", "workflow_version"],
]);

const neverNull: ReadonlySet<string> = new Set(["id", "version", "createdAt", "updatedAt", "displayName"]);

/** The column of a system field; undefined when no system field is called so. */
export function systemColumn(name: string): string | undefined {
  return columns.get(name);
}

/** Whether every record has a value there, so that none has to be put last. */
export function isNeverNull(field: FieldRef): boolean {
  return field.kind === "system" && neverNull.has(field.name);
}

/** The field as one of the data, or null when it is a system field. */
export function dataField(field: FieldRef): DataField | null {
  return field.kind === "system" ? null : { name: field.name, kind: field.kind };
}
