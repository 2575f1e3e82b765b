import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import type { Facts, RelatedRecord } from "../../engine/execution/facts.ts";
import { flattenRecord } from "../../engine/execution/flatten-record.ts";
import { relationName } from "../../engine/schema/relation-name.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import { engineCaller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { displayName, type NamesById, sortName } from "./naming/display-names.ts";
import { referencesOf } from "./references-of.ts";

/** The records that some data refer to, two references deep, with what each is called. */
export interface Related {
  readonly related: Facts["related"];
  readonly names: NamesById;
}

/** Loads what rules, expressions and names read beside a record itself, under no one's rights. */
export async function loadRelated(office: Office, type: PublishedType, data: JsonObject): Promise<Related> {
  const near = await recordsReferredTo(office, [{ type, data }]);
  const far = await recordsReferredTo(office, typed(office, near));
  let names: NamesById | undefined;
  let related: Facts["related"] | undefined;
  // Many decisions ask for neither.
  const about: Related = {
    get names() {
      names ??= namesOf(office, [...far.values(), ...near.values()]);
      return names;
    },
    get related() {
      related ??= relatedOf(office, { type, data }, { near, far, names: about.names.shown });
      return related;
    },
  };
  return about;
}

/** Those that others are called after come first. */
function namesOf(office: Office, records: readonly (StoredRecord | Case)[]): NamesById {
  const shown = new Map<string, string>();
  const sorted = new Map<string, string>();
  const engine = engineCaller(office);
  for (const record of records) {
    shown.set(record.id, displayName(office, engine, { record, names: shown }));
    sorted.set(record.id, sortName(office, engine, { record, names: sorted }));
  }
  return { shown, sorted };
}

interface Known {
  readonly near: ReadonlyMap<string, StoredRecord | Case>;
  readonly far: ReadonlyMap<string, StoredRecord | Case>;
  readonly names: ReadonlyMap<string, string>;
}

function relatedOf(office: Office, { type, data }: TypedData, { near, far, names }: Known): Facts["related"] {
  const relate = (to: PublishedType, of: JsonObject, depth: number): Facts["related"] =>
    Object.fromEntries(
      to.references.map(({ field }) => {
        const id = of[field];
        const record = typeof id === "string" ? (near.get(id) ?? far.get(id)) : undefined;
        return [relationName(field), record === undefined ? null : flat(record, depth)];
      }),
    );
  const flat = (record: StoredRecord | Case, depth: number): RelatedRecord => {
    const its = office.registry.type(record.type);
    const further = depth === 0 || its === undefined ? {} : relate(its, record.data, depth - 1);
    return { ...further, ...flattenRecord(record), displayName: names.get(record.id) ?? "" };
  };
  return relate(type, data, 1);
}

interface TypedData {
  readonly type: PublishedType;
  readonly data: JsonObject;
}

function typed(office: Office, records: ReadonlyMap<string, StoredRecord | Case>): readonly TypedData[] {
  return [...records.values()].flatMap(({ type: id, data }) => {
    const type = office.registry.type(id);
    return type === undefined ? [] : [{ type, data }];
  });
}

async function recordsReferredTo(
  office: Office,
  referring: readonly TypedData[],
): Promise<ReadonlyMap<string, StoredRecord | Case>> {
  const references = referring.flatMap(({ type, data }) => referencesOf(type, data));
  const ids = [...new Set(references.map((reference) => reference.id))].filter((id) => id !== "");
  const rows = ids.length === 0 ? [] : await office.reader.getMany(ids);
  return new Map(rows.map(({ record }) => [record.id, record]));
}
