import { isObject } from "../../../engine/schema/is-object.ts";
import type { JsonObject } from "../../../plugin-api/json.ts";
import type { Caller } from "../../changes/caller.ts";
import type { Office } from "../../changes/office.ts";
import type { Field, PublishedType } from "../../definitions/published-type.ts";
import { readableType } from "../find-type.ts";
import { flatten } from "../flatten.ts";
import { displayNames } from "../naming/display-names.ts";
import type { Condition, LabelledRecord, ListQuery } from "../record-reader.ts";
import { sortedAs } from "../translated-fields.ts";
import { readableField } from "./filter-key.ts";
import { wrongRange, wrongSort } from "./list-errors.ts";
import { parseFilter } from "./parse-filter.ts";

/** A list as `ra-data-simple-rest` asks for it; the parts are as they came in, parsed from JSON. */
export interface ListRequest {
  readonly type: string;
  readonly filter?: unknown;
  /** `["field", "ASC" | "DESC"]`; the type's own order without it. */
  readonly sort?: unknown;
  /** `[0, 24]`, inclusive; the first thousand without it, or all of the ids that are asked for. */
  readonly range?: unknown;
}

/** A page of a list as its reader is answered it. */
export interface RecordList {
  readonly rows: readonly JsonObject[];
  /** Place of the first row, counting from 0. */
  readonly from: number;
  /** Exact unless `more`: then there are that many and more. */
  readonly total: number;
  readonly more: boolean;
}

const mostRows = 10_000;
const rowsWithoutRange = 1000;

/**
 * The records that the caller asks for and may read.
 *
 * @throws DomainError `unknown-type`, `may-not-read`, or 400 naming the key that cannot be filtered or sorted by.
 */
export async function listRecords(office: Office, caller: Caller, request: ListRequest): Promise<RecordList> {
  const { type, query } = planList(office, caller, request);
  const page = await office.reader.list(query);
  const rows = await flattenAll(office, caller, { type, rows: page.rows });
  return { rows, from: query.offset, total: page.total, more: page.more };
}

/** The checked query of a list, the reader's scope in it. */
export function planList(
  office: Office,
  caller: Caller,
  request: ListRequest,
): { readonly type: PublishedType; readonly query: ListQuery } {
  const type = readableType(office, caller, request.type);
  const where = conditionsFor(office, caller, { type, filter: request.filter });
  const sort = sortOf(type, caller, request.sort);
  const all = request.range === undefined && isObject(request.filter) && Array.isArray(request.filter["id"]);
  const range = all ? { offset: 0 } : rangeOf(request.range);
  return { type, query: { type: type.id, where, sort, ...range } };
}

/** The conditions of a filter with those of the reader's scope. */
export function conditionsFor(
  office: Office,
  { rights }: Caller,
  { type, filter }: { readonly type: PublishedType; readonly filter: unknown },
): readonly Condition[] {
  const { timeZone } = office.registry.office();
  const typeOf = (id: string) => office.registry.type(id);
  return [...parseFilter(type, filter, { rights, typeOf, timeZone }), ...rights.scope(type.id)];
}

/** Each record as its reader is answered it, display names included. */
export async function flattenAll(
  office: Office,
  caller: Caller,
  { type, rows }: { readonly type: PublishedType; readonly rows: readonly LabelledRecord[] },
): Promise<readonly JsonObject[]> {
  const records = rows.map((row) => row.record);
  const names = await displayNames(office, caller, records);
  return records.map((record) => flatten(type, record, { ...caller, displayName: names.get(record.id) ?? "" }));
}

function sortOf(type: PublishedType, caller: Caller, sort: unknown): ListQuery["sort"] {
  if (sort === undefined) return usualSort(type, caller);
  if (!Array.isArray(sort) || sort.length !== 2) throw wrongSort(String(sort));
  const [name, direction] = sort;
  const field = typeof name === "string" ? sortField(type, caller, name) : null;
  if (field === null || field.ref.kind === "list") throw wrongSort(String(name));
  if (direction !== "ASC" && direction !== "DESC") throw wrongSort(String(name));
  return withId(type, [{ field: field.ref, direction }]);
}

function usualSort(type: PublishedType, caller: Caller): ListQuery["sort"] {
  const [name, direction] = type.definition.list?.sort ?? ["id", "ASC"];
  const field = sortField(type, caller, name);
  return withId(type, field === null ? [] : [{ field: field.ref, direction }]);
}

/** A text that is told in the reader's language is in the order of that language. */
function sortField(type: PublishedType, { rights, language }: Caller, name: string): Field | null {
  const told = sortedAs(type, name, language);
  return (told === name ? null : readableField(type, rights, told)) ?? readableField(type, rights, name);
}

/** Records that sort alike keep one order, so that no page repeats or skips one. */
function withId(type: PublishedType, sort: ListQuery["sort"]): ListQuery["sort"] {
  const id = type.fields.get("id")?.ref;
  const isThere = id === undefined || sort.some((each) => each.field.name === "id");
  return isThere ? sort : [...sort, { field: id, direction: sort[0]?.direction ?? "ASC" }];
}

/** @throws DomainError `wrong-range`. */
export function rangeOf(range: unknown): { readonly offset: number; readonly limit: number } {
  if (range === undefined) return { offset: 0, limit: rowsWithoutRange };
  if (!Array.isArray(range) || range.length !== 2) throw wrongRange();
  const [from, to]: readonly unknown[] = range;
  const areIntegers = typeof from === "number" && typeof to === "number" && Number.isSafeInteger(from + to);
  if (!areIntegers || !Number.isInteger(from) || from < 0 || to < from || to - from >= mostRows) throw wrongRange();
  return { offset: from, limit: to - from + 1 };
}
