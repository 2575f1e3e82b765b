import type { AggregateQuery, AggregateRow, RecordAccess, RecordQuery } from "../contributions/index.ts";
import type { Json, JsonObject } from "../json.ts";

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
  const revisions = new Map<string, number>();
  const ofType = (type: string) => {
    const known = types.get(type) ?? new Map<string, JsonObject>();
    types.set(type, known);
    return known;
  };
  const note = (type: string, record: JsonObject) => {
    const revision = changes.length + 1;
    changes.push({ type, record, revision });
    revisions.set(type, revision);
  };
  const put = (type: string, record: JsonObject) => {
    ofType(type).set(String(record["id"]), record);
    note(type, record);
  };
  for (const [type, records] of Object.entries(initial)) for (const record of records) put(type, record);

  const byId = (id: Json | undefined) => [...types.values()].map((all) => all.get(String(id))).find(Boolean);
  const fieldOf = (record: JsonObject, path: string): Json => {
    const at = path.indexOf(".");
    if (at < 0) return record[path] ?? null;
    const referred = byId(record[path.slice(0, at)]);
    return referred ? fieldOf(referred, path.slice(at + 1)) : null;
  };
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
    revision: async (type) => revisions.get(type) ?? 0,
    async changedSince(type, revision) {
      const changed = changes.filter((change) => change.type === type && change.revision > revision);
      return [...new Map(changed.map(({ record }) => [record["id"], record])).values()];
    },
  };
}

const suffixes = ["_gte", "_lte", "_gt", "_lt", "_neq", "_null"] as const;

function meets(fieldOf: (path: string) => Json, key: string, wanted: Json): boolean {
  const suffix = suffixes.find((one) => key.endsWith(one));
  const path = suffix ? key.slice(0, -suffix.length) : key;
  const value = fieldOf(path);
  if (suffix === "_null") return (value === null) === wanted;
  if (suffix === "_neq") return value !== wanted;
  if (suffix) return value !== null && compares(suffix, value, wanted);
  const oneOf: readonly Json[] = Array.isArray(wanted) ? wanted : [wanted];
  return oneOf.some((one) => isEqual(path, value, one));
}

function isEqual(path: string, value: Json, wanted: Json): boolean {
  if (path === "stage" && typeof value === "string") return value === wanted || value.startsWith(`${String(wanted)}.`);
  return Array.isArray(value) ? value.includes(wanted) : value === wanted;
}

function compares(suffix: (typeof suffixes)[number], value: Json, wanted: Json): boolean {
  const order = compared(value, wanted);
  if (suffix === "_gte") return order >= 0;
  if (suffix === "_lte") return order <= 0;
  return suffix === "_gt" ? order > 0 : order < 0;
}

function compared(a: Json, b: Json): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}

function sorted(records: readonly JsonObject[], [field, direction]: NonNullable<RecordQuery["sort"]>) {
  const sign = direction === "ASC" ? 1 : -1;
  return [...records].sort((a, b) => sign * compared(a[field] ?? null, b[field] ?? null));
}

function aggregated(
  records: readonly JsonObject[],
  { groupBy, averageDays }: AggregateQuery,
  fieldOf: (record: JsonObject, path: string) => Json,
): readonly AggregateRow[] {
  const groups = new Map<string, { readonly group: readonly Json[]; readonly members: JsonObject[] }>();
  for (const record of records) {
    const group = groupBy.map((by) => {
      if (typeof by === "string") return fieldOf(record, by);
      const value = fieldOf(record, by.field);
      return value === null ? null : String(value).slice(0, by.by === "month" ? 7 : 4);
    });
    const key = JSON.stringify(group);
    const known = groups.get(key) ?? { group, members: [] };
    groups.set(key, known);
    known.members.push(record);
  }
  return [...groups.values()].map(({ group, members }) => ({
    group,
    count: members.length,
    ...(averageDays && { averageDays: meanDays(members, averageDays, fieldOf) }),
  }));
}

function meanDays(
  records: readonly JsonObject[],
  { from, to }: NonNullable<AggregateQuery["averageDays"]>,
  fieldOf: (record: JsonObject, path: string) => Json,
): number | null {
  const days = records
    .map((record) => (Date.parse(String(fieldOf(record, to))) - Date.parse(String(fieldOf(record, from)))) / 86_400_000)
    .filter((value) => !Number.isNaN(value));
  return days.length === 0 ? null : days.reduce((sum, one) => sum + one, 0) / days.length;
}
