import type { LabelledRecord } from "../../../domain/records/record-reader.ts";
import type { Case, StoredRecord } from "../../../engine/execution/case.ts";
import { standingFields } from "../../../engine/execution/case-standing.ts";
import type { Json, JsonObject } from "../../../plugin-api/json.ts";
import { columnName } from "../column-name.ts";
import type { Row } from "../statement.ts";

/** The columns that a record is read from, of the table called `alias`. */
export function recordColumns(alias: string): string {
  return names.map((name) => `${alias}.${name}`).join(", ");
}

/** A row of the same columns that holds a number in `version` and nothing else. */
export function numberInColumns(expression: string): string {
  return names.map((name) => (name === "version" ? expression : "NULL")).join(", ");
}

const names = [
  "id",
  "type",
  "version",
  "created_at",
  "updated_at",
  "deleted_at",
  "erased_at",
  "data",
  "label",
  ...standingFields.map(columnName),
];

/** A row of {@link recordColumns}: a case where it has a state. */
export function readRecord(row: Row): LabelledRecord {
  const record: StoredRecord = {
    id: String(row["id"]),
    type: String(row["type"]),
    version: Number(row["version"]),
    createdAt: String(row["created_at"]),
    updatedAt: String(row["updated_at"]),
    ...(typeof row["erased_at"] === "string" && { erasedAt: row["erased_at"] }),
    data: readJson(row["data"]) as JsonObject,
  };
  return { record: row["state"] === null ? record : readCase(record, row), label: String(row["label"]) };
}

function readCase(record: StoredRecord, row: Row): Case {
  return {
    ...record,
    state: readJson(row["state"]),
    remembered: readJson(row["remembered"]) as Case["remembered"],
    armed: readJson(row["armed"]) as Case["armed"],
    stage: String(row["stage"]),
    status: row["status"] === "done" ? "done" : "active",
    assigneeId: textOrNull(row["assignee_id"]),
    stageSince: String(row["stage_since"]),
    dueAt: textOrNull(row["due_at"]),
    workflowVersion: Number(row["workflow_version"]),
  };
}

/** JSON as SQLite keeps it, in a text; PostgreSQL's driver has read its own already. */
export function readJson(value: unknown): Json {
  return typeof value === "string" ? (JSON.parse(value) as Json) : (value as Json);
}

/** A column that may be empty; numbers as text. */
export function textOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
