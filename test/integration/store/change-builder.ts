import type { Change, HistoryEntry, Reference } from "../../../server/domain/changes/change.ts";
import { uuidV7Maker } from "../../../server/domain/changes/uuid-v7.ts";
import type { Case, StoredRecord } from "../../../server/engine/execution/case.ts";
import { fold, words } from "../../../server/engine/schema/fold.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";

/** An id that sorts after those before it. */
export const newId = uuidV7Maker();

const at = "2026-03-02T08:00:00.000Z";

/** A book or a reader of a library. */
export function aRecord(type: string, data: JsonObject, more: Partial<StoredRecord> = {}): StoredRecord {
  return { id: newId(), type, version: 1, createdAt: at, updatedAt: at, data, ...more };
}

/** A loan, on its way between two stages. */
export function aCase(type: string, data: JsonObject, more: Partial<Case> = {}): Case {
  return {
    ...aRecord(type, data),
    state: "out",
    remembered: {},
    armed: {},
    stage: "out",
    status: "active",
    assigneeId: null,
    stageSince: at,
    dueAt: null,
    workflowVersion: 1,
    ...more,
  };
}

type ChangeParts = Partial<Omit<Change, "entry">> & { readonly entry?: Partial<HistoryEntry> };

/** The record is made. Every text of its data is a sort key and searched in class `a`. */
export function creation(record: StoredRecord | Case, parts: ChangeParts = {}): Change {
  return change("create", record, parts);
}

/** The record becomes what it is here: its version is the one after the change. */
export function update(record: StoredRecord | Case, parts: ChangeParts = {}): Change {
  return change("update", record, { basedOn: record.version - 1, ...parts });
}

/** The record is deleted as it is here. */
export function deletion(record: StoredRecord | Case, parts: ChangeParts = {}): Change {
  return change("delete", record, { basedOn: record.version, ...parts });
}

/** What a record's field refers to. */
export function reference(field: string, to: StoredRecord): Reference {
  return { field, type: to.type, id: to.id };
}

/** The record with the next version and other data or fields. */
export function next<R extends StoredRecord>(record: R, more: Partial<R>): R {
  return { ...record, version: record.version + 1, ...more };
}

function change(kind: Change["kind"], record: StoredRecord | Case, { entry, ...parts }: ChangeParts): Change {
  return {
    kind,
    record,
    index: indexOf(record.data),
    references: [],
    arm: [],
    cancel: [],
    effects: [],
    ...parts,
    entry: {
      at,
      actorId: "ada",
      actorName: "Ada",
      event: kind,
      from: null,
      to: null,
      changes: {},
      system: {},
      note: null,
      ...entry,
    },
  };
}

function indexOf(data: JsonObject): Change["index"] {
  const texts = Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return {
    keys: Object.fromEntries(texts.map(([field, text]) => [field, fold(text)])),
    words: texts.flatMap(([, text]) => words(text).map((word) => `a${word}`)),
    label: texts[0]?.[1] ?? "",
    sortName: texts[0]?.[1] ?? "",
  };
}
