import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import { isCase } from "../../engine/execution/flatten-record.ts";
import { valueAt } from "../../engine/schema/value-at.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import { inLanguage } from "../../plugin-api/text.ts";
import { type Caller, engineCaller } from "../changes/caller.ts";
import type { Change, Erasure } from "../changes/change.ts";
import { historyEntry } from "../changes/history-entry.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { holdsFiles } from "../definitions/type-fields.ts";
import { displayNames } from "../records/naming/display-names.ts";
import { refreshNamesOf } from "../records/naming/refresh-names.ts";
import type { StoredEntry } from "../records/record-reader.ts";
import { referencesOf } from "../records/references-of.ts";
import { searchIndexEntry } from "../records/search-index-entry.ts";
import { foundRecord } from "./found-record.ts";
import { keptFields } from "./privacy-of.ts";

/**
 * The change that takes the person out of one record: what the type keeps for figures stays in a record without a
 * name, else the record goes. Null when it was erased before.
 */
export async function planErasure(
  office: Office,
  caller: Caller,
  { type, id }: { readonly type: PublishedType; readonly id: string },
): Promise<Change | null> {
  const found = await foundRecord(office, type, id);
  if (found === null || found.record.erasedAt !== undefined) return null;
  const { record, isDeleted, entries } = found;
  const kept = isDeleted ? null : keptFields(office.registry, type);
  const erase = {
    keep: kept ?? [],
    files: filesIn(type, entries, kept ?? []),
    names: await namesOf(office, type, record),
  };
  return kept === null
    ? removal(office, caller, { record, erase })
    : withoutName(office, caller, { type, record, erase });
}

/** Shorter texts are found in too many others. */
const shortestName = 4;
const addresses: ReadonlySet<unknown> = new Set(["email", "phone"]);

async function namesOf(office: Office, type: PublishedType, record: StoredRecord | Case): Promise<readonly string[]> {
  const engine = engineCaller(office);
  const name = (await displayNames(office, engine, [record])).get(record.id);
  const isItsOwn = name !== inLanguage(type.definition.title, engine.language);
  const reached = [...type.fields].flatMap(([field, { schema }]) =>
    addresses.has(schema.format) ? [valueAt(record.data, field)] : [],
  );
  return [isItsOwn ? name : null, ...reached].flatMap((text) =>
    typeof text === "string" && text.length >= shortestName ? [text] : [],
  );
}

const nothing = { arm: [], references: [] } as const;
const noNames = { shown: new Map(), sorted: new Map() };

function removal(
  office: Office,
  caller: Caller,
  { record, erase }: { readonly record: StoredRecord | Case; readonly erase: Erasure },
): Change {
  const at = office.clock.now();
  const from = isCase(record) ? record.stage : null;
  const gone = { ...withoutTimers(record), erasedAt: at, data: {} };
  return {
    ...nothing,
    kind: "delete",
    record: gone,
    basedOn: record.version,
    entry: historyEntry(caller, gone, { at, event: "erase", from, to: null, changes: {} }),
    index: { keys: {}, words: [], label: "", sortName: "" },
    cancel: isCase(record) ? Object.keys(record.armed) : [],
    effects: refreshNamesOf(office, { ...record, version: record.version + 1 }, at),
    erase,
  };
}

function withoutName(
  office: Office,
  caller: Caller,
  erased: {
    readonly type: PublishedType;
    readonly record: StoredRecord | Case;
    readonly erase: Erasure;
  },
): Change {
  const { type, record, erase } = erased;
  const at = office.clock.now();
  const stage = isCase(record) ? record.stage : null;
  const data: JsonObject = Object.fromEntries(
    Object.entries(record.data).filter(([field]) => erase.keep.includes(field)),
  );
  const version = record.version + 1;
  const after = { ...withoutTimers(record), version, updatedAt: at, erasedAt: at, data };
  return {
    ...nothing,
    kind: "update",
    record: after,
    basedOn: record.version,
    entry: historyEntry(caller, after, { at, event: "anonymise", from: stage, to: stage, changes: {} }),
    index: searchIndexEntry(office, { type, record: after, names: noNames }),
    references: referencesOf(type, data),
    cancel: isCase(record) ? Object.keys(record.armed) : [],
    effects: refreshNamesOf(office, after, at),
    erase,
  };
}

/** Nothing will happen to it any more. */
function withoutTimers(record: StoredRecord | Case): StoredRecord | Case {
  return isCase(record) ? { ...record, armed: {}, dueAt: null, status: "done" } : record;
}

/** Documents that the record holds or once held, in fields that do not stay. */
function filesIn(type: PublishedType, entries: readonly StoredEntry[], kept: readonly string[]): readonly string[] {
  const fields = Object.entries(type.schema.properties ?? {}).filter(
    ([field, schema]) => holdsFiles(schema) && !kept.includes(field),
  );
  const held = fields.flatMap(([field]) => entries.flatMap((entry) => entry.changes[field]?.to ?? []));
  return [...new Set(held.flat().filter((id) => typeof id === "string"))];
}
