import type { FieldRef } from "../../../domain/records/record-reader.ts";
import { indexName } from "../tables/index-name.ts";

/** The columns of the index by which each system field puts the records of a type in order. */
export const systemOrders: ReadonlyMap<string, { readonly columns: string; readonly kind?: "workflow" }> = new Map([
  ["id", { columns: "id" }],
  ["createdAt", { columns: "created_at, id" }],
  ["updatedAt", { columns: "updated_at, id" }],
  ["displayName", { columns: "label_key, id" }],
  ["stage", { columns: "stage, stage_since, id", kind: "workflow" }],
  ["status", { columns: "status, id", kind: "workflow" }],
  ["assigneeId", { columns: "assignee_id, id", kind: "workflow" }],
  ["dueAt", { columns: "due_at, id", kind: "workflow" }],
]);

/** The index that has the records of a type in the order of a field; null when the field has none. */
export function orderIndexName(type: string, field: FieldRef): string | null {
  if (field.kind === "system") return systemOrders.has(field.name) ? indexName(type, field.name, "system") : null;
  if (field.indexed !== true || field.kind === "list") return null;
  return indexName(type, field.name, field.kind === "text" ? "key" : "value");
}
