import type { RecordAccess, RecordQuery } from "../contributions/index.ts";
import type { Json, JsonObject } from "../json.ts";
import { aggregated, meets, sorted } from "./memory-queries.ts";

/** Records in memory that a plugin's tests read as it reads those of an office, and change as an office does. */
export interface MemoryRecords extends RecordAccess {
  /** Writes a record as it is, in place of one with its id. */
  put(type: string, record: JsonObject): void;
  remove(type: string, id: string): void;
}

/**
 * The filter dialect of the lists, as far as tests need it: equality, lists as "one of", the suffixes `_gte`, `_lte`,
 * `_gt`, `_lt`, `_neq`, `_null`, prefixes of `stage`, and one reference (`journeyId.assigneeId`).
 *
 * @example
 * const records = createMemoryRecords({ members: [{ id: "m1", name: "Jeanne" }] });
 * await records.list("members", { filter: { name: "Jeanne" } });
 */
export function createMemoryRecords(initial: { readonly [type: string]: readonly JsonObject[] }): MemoryRecords {
  const types = new Map<string, Map<string, JsonObject>>();
  const changes: { readonly type: string; readonly record: JsonObject; readonly revision: number }[] = [];
  const ofType = (type: string) => {
    const known = types.get(type) ?? new Map<string, JsonObject>();
    types.set(type, known);
    return known;
  };
  const note = (type: string, record: JsonObject) => changes.push({ type, record, revision: changes.length + 1 });
  const put = (type: string, record: JsonObject) => {
    ofType(type).set(String(record["id"]), record);
    note(type, record);
  };
  for (const [type, records] of Object.entries(initial)) for (const record of records) put(type, record);

  const fieldOf = fieldReader(types);
  const select = (type: string, filter: JsonObject = {}) =>
    [...ofType(type).values()]
      .filter((record) =>
        Object.entries(filter).every(([key, wanted]) => meets((path) => fieldOf(record, path), key, wanted)),
      )
      .sort((a, b) => (String(a["id"]) < String(b["id"]) ? -1 : 1));

  return {
    put,
    remove(type, id) {
      if (ofType(type).delete(id)) note(type, { id, deleted: true });
    },
    get: async (type, id) => ofType(type).get(id) ?? null,
    async list(type, { filter, sort, limit = 1000, offset = 0 }: RecordQuery = {}) {
      const found = select(type, filter);
      return (sort ? sorted(found, sort) : found).slice(offset, offset + limit);
    },
    count: async (type, filter) => select(type, filter).length,
    aggregate: async (type, query) => aggregated(select(type, query.filter), query, fieldOf),
    async *each(type, filter) {
      const all = select(type, filter);
      for (let n = 0; n < all.length; n += 1000) yield all.slice(n, n + 1000);
    },
    revision: async (type) => changes.findLast((change) => change.type === type)?.revision ?? 0,
    async changedSince(type, revision) {
      const changed = changes.filter((change) => change.type === type && change.revision > revision);
      return [...new Map(changed.map(({ record }) => [record["id"], record])).values()];
    },
  };
}

/** Reads a field of a record, or by its path one of the record that it refers to. */
function fieldReader(types: ReadonlyMap<string, ReadonlyMap<string, JsonObject>>) {
  const byId = (id: Json | undefined) => [...types.values()].map((all) => all.get(String(id))).find(Boolean);
  return function fieldOf(record: JsonObject, path: string): Json {
    const at = path.indexOf(".");
    if (at < 0) return record[path] ?? null;
    const referred = byId(record[path.slice(0, at)]);
    return referred ? fieldOf(referred, path.slice(at + 1)) : null;
  };
}
