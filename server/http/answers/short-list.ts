import type { Request, Response } from "express";
import { unknownFilter, wrongSort } from "../../domain/records/lists/list-errors.ts";
import { fold } from "../../engine/schema/fold.ts";
import type { Json } from "../../plugin-api/json.ts";
import { ownListQuery, setContentRange } from "./list-query.ts";
import { placesOf } from "./page-of.ts";

/** Anything flat that an administrator lists. */
export type ShortRow = object & { readonly id: string };

/** A list which is short enough to be held whole. */
export interface ShortList<Row extends ShortRow> {
  readonly name: string;
  readonly rows: readonly Row[];
  /** What it can be filtered and sorted by. */
  readonly fields: readonly (keyof Row & string)[];
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
    const words = fold(String(wanted)).split(/\s+/).filter(Boolean);
    const textOf = (row: Row) => fold(list.searched.map((field) => String(row[field])).join(" "));
    return (row) => words.every((word) => textOf(row).includes(word));
  }
  const field = list.fields.find((name) => name === key);
  if (field === undefined) throw unknownFilter(key);
  const values: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  return ({ [field]: value }) =>
    Array.isArray(value) ? value.some((item) => values.includes(item)) : values.includes(value);
}

interface Order<Row extends ShortRow> {
  readonly field: keyof Row & string;
  readonly sign: 1 | -1;
}

/** @throws DomainError `wrong-sort`. */
function orderOf<Row extends ShortRow>({ fields }: ShortList<Row>, sort: Json): Order<Row> {
  const [name, direction] = Array.isArray(sort) ? sort : [];
  const field = fields.find((known) => known === name);
  if (field === undefined || (direction !== "ASC" && direction !== "DESC")) throw wrongSort(String(name));
  return { field, sign: direction === "ASC" ? 1 : -1 };
}

function sortedBy<Row extends ShortRow>(rows: readonly Row[], { field, sign }: Order<Row>): readonly Row[] {
  const keyOf = (row: Row) => fold(String(row[field] ?? ""));
  return rows.toSorted((a, b) => sign * (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}
