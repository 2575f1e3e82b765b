import type { Request, Response } from "express";
import { expectedValues, suits, type ValueKind } from "../../domain/records/lists/filter-value.ts";
import { unknownFilter, wrongFilter, wrongSort } from "../../domain/records/lists/list-errors.ts";
import { fold } from "../../engine/schema/fold.ts";
import { instantOf, isDate, localDay } from "../../engine/time/calendar.ts";
import type { Json } from "../../plugin-api/json.ts";
import { ownListQuery, setContentRange } from "./list-query.ts";
import { placesOf } from "./page-of.ts";

/** Anything flat that an administrator lists. */
export type ShortRow = object & { readonly id: string };

/** A list which is short enough to be held whole. */
export interface ShortList<Row extends ShortRow> {
  readonly name: string;
  readonly rows: readonly Row[];
  /** What it can be filtered and sorted by, and what that is; of a list, what its items are. */
  readonly fields: { readonly [field in keyof Row & string]?: ValueKind };
  /** IANA name of the office's: a day that instants are filtered by is its day. */
  readonly timeZone: string;
  /** Where `q` looks for each word. */
  readonly searched: readonly (keyof Row & string)[];
}

/** Answers the page that the address asks for of a short list, in the same dialect as the lists of records. */
export function sendShortList<Row extends ShortRow>(request: Request, response: Response, list: ShortList<Row>): void {
  const { filter, sort, range } = ownListQuery(request);
  const matching = Object.entries(filter).reduce<readonly Row[]>(
    (rows, [key, wanted]) => rows.filter(matcher(list, key, wanted)),
    list.rows,
  );
  const sorted = sort === undefined ? matching : sortedBy(matching, orderOf(list, sort));
  const { first, last } = range === undefined ? { first: 0, last: sorted.length } : placesOf(range);
  const page = sorted.slice(first, last + 1);
  setContentRange(response, list.name, { from: first, rows: page.length, total: sorted.length });
  response.json(page);
}

function matcher<Row extends ShortRow>(list: ShortList<Row>, key: string, wanted: Json): (row: Row) => boolean {
  if (key === "q") {
    if (typeof wanted !== "string") throw wrongFilter(key, expectedValues.text);
    const words = fold(wanted).split(/\s+/).filter(Boolean);
    const textOf = (row: Row) => fold(list.searched.map((field) => String(row[field])).join(" "));
    return (row) => words.every((word) => textOf(row).includes(word));
  }
  const { field, kind } = fieldOf(list, key) ?? {};
  if (field === undefined || kind === undefined) throw unknownFilter(key);
  const values: readonly Json[] = Array.isArray(wanted) ? wanted : [wanted];
  if (!values.every((one) => one === null || suits(kind, one))) throw wrongFilter(key, expectedValues[kind]);
  const suited = (value: unknown) => values.some((one) => isSame(value, one, { kind, timeZone: list.timeZone }));
  return ({ [field]: value }) => (Array.isArray(value) ? value.some(suited) : suited(value));
}

/** A day is the same as every instant of it. */
function isSame(
  value: unknown,
  wanted: Json,
  { kind, timeZone }: { readonly kind: ValueKind; readonly timeZone: string },
): boolean {
  if (kind !== "instant" || typeof value !== "string" || typeof wanted !== "string") return value === wanted;
  return isDate(wanted) ? localDay(value, timeZone) === wanted : value === instantOf(wanted, timeZone);
}

/** The field that a filter or a sort names; none that every object has. */
function fieldOf<Row extends ShortRow>({ fields }: ShortList<Row>, name: unknown) {
  const field = (Object.keys(fields) as (keyof Row & string)[]).find((known) => known === name);
  return field === undefined ? undefined : { field, kind: fields[field] };
}

interface Order<Row extends ShortRow> {
  readonly field: keyof Row & string;
  readonly sign: 1 | -1;
}

/** @throws DomainError `wrong-sort`. */
function orderOf<Row extends ShortRow>(list: ShortList<Row>, sort: Json): Order<Row> {
  const [name, direction]: readonly Json[] = Array.isArray(sort) && sort.length === 2 ? sort : [];
  const { field } = fieldOf(list, name) ?? {};
  if (field === undefined || (direction !== "ASC" && direction !== "DESC")) throw wrongSort(String(name ?? sort));
  return { field, sign: direction === "ASC" ? 1 : -1 };
}

function sortedBy<Row extends ShortRow>(rows: readonly Row[], { field, sign }: Order<Row>): readonly Row[] {
  const keyOf = (row: Row) => fold(String(row[field] ?? ""));
  return rows.toSorted((a, b) => sign * (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}
