import type { AggregateQuery, AggregateRow, RecordQuery } from "../contributions/index.ts";
import type { Json, JsonObject } from "../json.ts";

const suffixes = ["_gte", "_lte", "_gt", "_lt", "_neq", "_null"] as const;

/** Whether a record, whose fields are read by their paths, meets one key of a filter. */
export function meets(fieldOf: (path: string) => Json, key: string, wanted: Json): boolean {
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

/** The records in the order of a list, those that are alike as they were. */
export function sorted(records: readonly JsonObject[], [field, direction]: NonNullable<RecordQuery["sort"]>) {
  const sign = direction === "ASC" ? 1 : -1;
  return [...records].sort((a, b) => sign * compared(a[field] ?? null, b[field] ?? null));
}

/** The groups of an aggregation, in the order in which they were met. */
export function aggregated(
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
