import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import { fold } from "../../engine/schema/fold.ts";
import { indexedWords } from "../../engine/schema/search-words.ts";
import { valueAt } from "../../engine/schema/value-at.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import { engineCaller } from "../changes/caller.ts";
import type { SearchIndexEntry } from "../changes/change.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import type { EntriesOf } from "../definitions/type-storage.ts";
import { displayName, displayNames, type NamesById, sortName, sortNames } from "./naming/display-names.ts";
import { sortedValue } from "./translated-fields.ts";

/** What the store keeps beside a record to sort and find it by, the records that it refers to being known by name. */
export function searchIndexEntry(
  office: Office,
  { type, record, names }: { readonly type: PublishedType; readonly record: AnyRecord; readonly names: NamesById },
): SearchIndexEntry {
  const engine = engineCaller(office);
  return {
    ...keysAndWords(type, record.data),
    label: displayName(office, engine, { record, names: names.shown }),
    sortName: sortName(office, engine, { record, names: names.sorted }),
  };
}

type AnyRecord = StoredRecord | Case;

function keysAndWords(type: PublishedType, data: JsonObject): Pick<SearchIndexEntry, "keys" | "words"> {
  const keys: { [field: string]: string } = {};
  const found = new Set<string>();
  for (const [name, field] of type.fields) {
    if (field.ref.kind === "system") continue;
    const value = valueAt(data, name) ?? sortedValue(type, data, name);
    if (value === undefined || value === null) continue;
    if (field.ref.kind === "text" && typeof value === "string") keys[name] = fold(value);
    if (field.searched) for (const word of wordsOf(value)) found.add(`${field.searchClass}${word}`);
  }
  return { keys, words: [...found] };
}

function wordsOf(value: Json): readonly string[] {
  if (typeof value === "string") return indexedWords(value);
  if (typeof value === "number") return [String(value)];
  return Array.isArray(value) ? value.flatMap((item: Json) => wordsOf(item)) : [];
}

/** Makes the entries of stored records again, for a type whose fields or display name were changed. */
export function searchEntriesOf(office: Office): EntriesOf {
  return async (records: readonly AnyRecord[]) => {
    const engine = engineCaller(office);
    const shown = await displayNames(office, engine, records);
    const sorted = await sortNames(office, engine, records);
    return records.map((record) => {
      const type = office.registry.type(record.type);
      const found = type === undefined ? { keys: {}, words: [] } : keysAndWords(type, record.data);
      return { ...found, label: shown.get(record.id) ?? "", sortName: sorted.get(record.id) ?? "" };
    });
  };
}
