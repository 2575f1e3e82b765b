import type { Change } from "../../server/domain/changes/change.ts";
import type { ChangeStore } from "../../server/domain/changes/change-store.ts";
import { uuidV7Maker } from "../../server/domain/changes/uuid-v7.ts";
import type { Case, StoredRecord } from "../../server/engine/execution/case.ts";
import { fold, words } from "../../server/engine/schema/fold.ts";
import type { Json, JsonObject } from "../../server/plugin-api/json.ts";

/** What is to be made, many times over. */
export interface Volume {
  readonly type: string;
  readonly count: number;
  /** The data of the record at that place, from 0; the same numbers each time. */
  dataOf(place: number): JsonObject;
  /** The fields of the data that refer to records, and their types. */
  readonly references?: readonly { readonly field: string; readonly type: string }[];
  /** For cases: the stages that they stand in by turns. */
  readonly stages?: readonly string[];
}

const group = 1000;
const start = Date.parse("2024-01-01T08:00:00.000Z");

/**
 * Fills a store with many records, in large groups, as the use cases would write them: history, references and search
 * entries too. Returns their ids in order.
 *
 * @example
 * await fill(store, { type: "books", count: 100_000, dataOf: (place) => ({ title: `Book ${place}` }) });
 */
export async function fill(store: ChangeStore, volume: Volume): Promise<readonly string[]> {
  const newId = uuidV7Maker(() => start);
  const ids: string[] = [];
  for (let from = 0; from < volume.count; from += group) {
    const places = Array.from({ length: Math.min(group, volume.count - from) }, (_, offset) => from + offset);
    const changes = places.map((place) => creationAt(volume, place, newId()));
    const outcomes = await store.commit(changes);
    const refused = outcomes.find((outcome) => !outcome.done);
    if (refused) throw new Error(`The volume cannot be filled: ${JSON.stringify(refused)}`);
    ids.push(...changes.map((change) => change.record.id));
  }
  return ids;
}

function creationAt(volume: Volume, place: number, id: string): Change {
  const at = new Date(start + place * 60_000).toISOString();
  const data = volume.dataOf(place);
  const record: StoredRecord = { id, type: volume.type, version: 1, createdAt: at, updatedAt: at, data };
  const stage = volume.stages?.[place % volume.stages.length];
  const written = stage === undefined ? record : caseIn(record, stage);
  return {
    kind: "create",
    record: written,
    entry: {
      at,
      actorId: "volume",
      actorName: "Volume",
      event: "create",
      from: null,
      to: stage ?? null,
      changes: Object.fromEntries(Object.entries(data).map(([field, to]) => [field, { from: null, to }])),
      system: {},
      note: null,
    },
    index: searchEntry(data),
    references: (volume.references ?? []).flatMap(({ field, type }) => {
      const to = data[field];
      return typeof to === "string" ? [{ field, type, id: to }] : [];
    }),
    arm: [],
    cancel: [],
    effects: [],
  };
}

function caseIn(record: StoredRecord, stage: string): Case {
  return {
    ...record,
    state: stage,
    remembered: {},
    armed: {},
    stage,
    status: "active",
    assigneeId: null,
    stageSince: record.createdAt,
    dueAt: null,
    workflowVersion: 1,
  };
}

function searchEntry(data: JsonObject): Change["index"] {
  const texts = Object.entries(data).filter((entry): entry is [string, string & Json] => typeof entry[1] === "string");
  return {
    keys: Object.fromEntries(texts.map(([field, text]) => [field, fold(text)])),
    words: texts.flatMap(([, text]) => words(text).map((word) => `a${word}`)),
    label: texts[0]?.[1] ?? "",
    sortName: texts[0]?.[1] ?? "",
  };
}
