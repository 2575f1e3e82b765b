import { entryHash } from "../../../domain/audit/entry-hash.ts";
import { newSalt, writeSalt } from "../../../domain/audit/record-salt.ts";
import { depthOfEffects, depthOfTimer } from "../../../domain/changes/chain-depth.ts";
import type { Change } from "../../../domain/changes/change.ts";
import type { Case } from "../../../engine/execution/case.ts";
import { standingOf } from "../../../engine/execution/case-standing.ts";
import { isCase } from "../../../engine/execution/flatten-record.ts";
import type { Tables } from "../dialect.ts";
import { searchColumns } from "../reading/search-columns.ts";
import { storable } from "../storable-json.ts";
import { type ChangeFacts, compositeKey, type FoundReference } from "./change-facts.ts";
import { versionAfter } from "./judge-changes.ts";

/** What a group of changes writes when all of them only move cases on. */
export const moveParts = [
  "entries",
  "salts",
  "droppedTimers",
  "armedTimers",
  "settledEffects",
  "effects",
  "answers",
  "moved",
] as const;

/** What any group of changes writes. */
export const groupParts = [
  ...moveParts,
  "droppedReferences",
  "addedReferences",
  "inserted",
  "updated",
  "buried",
] as const;

/** The name of one part of what a group writes. */
export type GroupPart = (typeof groupParts)[number];

/**
 * The rows of each part. Those of `inserted`, `updated`, `moved` and `buried` are of the table `records`, and say as
 * `seq` which change of the group they are, from 1 on; `moved` are cases that keep their data.
 */
export interface ChangeRows extends Readonly<Record<GroupPart, readonly unknown[]>> {
  readonly inserted: readonly RecordRow[];
  readonly updated: readonly RecordRow[];
  readonly moved: readonly RecordRow[];
  readonly buried: readonly RecordRow[];
  readonly droppedReferences: readonly FoundReference[];
  readonly addedReferences: readonly FoundReference[];
  readonly droppedTimers: readonly { readonly recordId: string; readonly key: string }[];
}

interface Columns {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly version: number;
}

/** A row of the table `records`, with the last link of the record's history. */
interface RecordRow extends Columns {
  readonly chain: string;
}

/** Lays accepted changes out in the rows of each table. */
export function changeRows(changes: readonly Change[], facts: ChangeFacts, tables: Tables): ChangeRows {
  const links = changes.map((change, index) => {
    const { entry, chain, salt } = nextLink(change, facts);
    return { change, entry, salt, place: { seq: index + 1, chain } };
  });
  const ofKind = (kind: Change["kind"]) => links.filter(({ change }) => change.kind === kind);
  const references = changes.map((change) => referenceRows(change, facts));
  return {
    inserted: ofKind("create").map(({ change, place }) => ({ ...recordRow(change, tables), ...place })),
    updated: ofKind("update").flatMap(({ change, place }) =>
      change.index === null ? [] : { ...recordRow(change, tables), ...place },
    ),
    moved: ofKind("update").flatMap(({ change, place }) =>
      change.index === null ? { ...systemRow(change), ...place } : [],
    ),
    buried: ofKind("delete").map(({ change, place }) => ({
      id: change.record.id,
      version: versionAfter(change),
      at: change.entry.at,
      ...place,
    })),
    entries: links.map(({ entry }) => entry),
    salts: links.flatMap(({ salt }) => salt ?? []),
    droppedReferences: references.flatMap(({ dropped }) => dropped),
    addedReferences: references.flatMap(({ added }) => added),
    droppedTimers: changes.flatMap(droppedTimers),
    armedTimers: changes.flatMap(armedTimers),
    settledEffects: changes.flatMap(({ settles }) => (settles?.effectKey === undefined ? [] : [settles.effectKey])),
    effects: changes.flatMap(effectRows),
    answers: changes.flatMap(answerRows),
  };
}

function recordRow(change: Change, tables: Tables): Columns {
  const { type, createdAt, data, erasedAt } = change.record;
  const search = change.index === null ? {} : searchColumns(change.index, tables);
  return { ...systemRow(change), type, createdAt, data, erasedAt, ...search };
}

function systemRow({ record }: Change): Columns {
  const { id, version, updatedAt } = record;
  return { id, version, updatedAt, ...(isCase(record) ? caseColumns(record) : {}) };
}

function caseColumns(record: Case): object {
  const { state, remembered, armed } = record;
  return {
    ...standingOf(record),
    state: JSON.stringify(state),
    remembered: JSON.stringify(remembered),
    armed: JSON.stringify(armed),
  };
}

/** The entry of a change with its link to the one before it. */
function nextLink(change: Change, { heads, salts }: ChangeFacts) {
  const recordId = change.record.id;
  const known = salts.get(recordId);
  const salt = known ?? newSalt();
  const entry = storable({ recordId, seq: versionAfter(change), ...change.entry });
  const chain = entryHash(entry, salt, heads.get(recordId) ?? "");
  return { entry: { ...entry, hash: chain }, chain, salt: known ? null : { recordId, salt: writeSalt(salt) } };
}

function referenceRows({ kind, record, references, index }: Change, facts: ChangeFacts) {
  if (index === null) return { dropped: [], added: [] };
  const before = facts.references.get(record.id) ?? new Map<string, FoundReference>();
  const after = new Map<string, FoundReference>();
  if (kind !== "delete") {
    for (const { field, id } of references) {
      after.set(compositeKey(field, id), { fromId: record.id, field, toId: id });
    }
  }
  return {
    dropped: [...before].filter(([key]) => !after.has(key)).map(([, reference]) => reference),
    added: [...after].filter(([key]) => !before.has(key)).map(([, reference]) => reference),
  };
}

function droppedTimers({ record, cancel, settles }: Change): ChangeRows["droppedTimers"] {
  const settled = settles?.timer;
  return [
    ...cancel.map((key) => ({ recordId: record.id, key })),
    ...(settled ? [{ recordId: settled.recordId, key: settled.key }] : []),
  ];
}

function armedTimers(change: Change): readonly object[] {
  const { kind, record, arm } = change;
  if (kind === "delete") return [];
  const { id: recordId, type: recordType } = record;
  return arm.map((timer) => ({ recordId, recordType, ...timer, depth: depthOfTimer(change, timer) }));
}

function effectRows(change: Change): readonly object[] {
  const { record, effects, entry } = change;
  return effects.map((effect) => ({
    ...effect,
    recordId: record.id,
    recordType: record.type,
    actorId: entry.actorId,
    actorName: entry.actorName,
    dueAt: entry.at,
    depth: depthOfEffects(change),
  }));
}

function answerRows(change: Change): readonly object[] {
  if (!change.answer) return [];
  const { record, entry, answer } = change;
  return [{ ...answer, recordId: record.id, recordType: record.type, version: versionAfter(change), at: entry.at }];
}
