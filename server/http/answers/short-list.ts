import type { Request, Response } from "express";
import { unknownFilter, wrongRange, wrongSort } from "../../domain/records/list-errors.ts";
import { fold } from "../../engine/schema/fold.ts";
import type { Json } from "../../plugin-api/json.ts";
import { malformedValue } from "../http-errors.ts";
import { isObject } from "./body-values.ts";
import { listQuery, setContentRange } from "./list-query.ts";

/** Anything flat that an administrator lists. */
export type ShortRow = object & { readonly id: string };

/**
 * Answers the page that the address asks for of a list which is short enough to be held whole (accounts, tokens): the
 * same dialect as the lists of records. `q` looks for each word in the fields named.
 */
export function sendShortList<Row extends ShortRow>(
  request: Request,
  response: Response,
  list: { readonly name: string; readonly rows: readonly Row[]; readonly searched: readonly (keyof Row & string)[] },
): void {
  const { filter = {}, sort, range } = listQuery(request);
  if (!isObject(filter)) throw malformedValue("filter", { fr: "un objet JSON", en: "a JSON object" });
  const matching = Object.entries(filter).reduce<readonly Row[]>(
    (rows, [key, wanted]) => rows.filter(matcher(list, key, wanted)),
    list.rows,
  );
  const sorted = sort === undefined ? matching : sortedBy(matching, sort);
  const { from, to } = rangeOf(range, sorted.length);
  const page = sorted.slice(from, to);
  setContentRange(response, list.name, { from, rows: page.length, total: sorted.length });
  response.json(page);
}

function matcher<Row extends ShortRow>(
  list: { readonly rows: readonly Row[]; readonly searched: readonly (keyof Row & string)[] },
  key: string,
  wanted: Json,
): (row: Row) => boolean {
  if (key === "q") {
    const words = fold(String(wanted)).split(/\s+/).filter(Boolean);
    const textOf = (row: Row) => fold(list.searched.map((field) => String(row[field])).join(" "));
    return (row) => words.every((word) => textOf(row).includes(word));
  }
  if (list.rows.length > 0 && !list.rows.some((row) => Object.hasOwn(row, key))) throw unknownFilter(key);
  const values = Array.isArray(wanted) ? wanted : [wanted];
  return (row) => {
    const value: unknown = Object.entries(row).find(([name]) => name === key)?.[1];
    return Array.isArray(value) ? value.some((item) => values.includes(item)) : values.includes(value as Json);
  };
}

function sortedBy<Row extends ShortRow>(rows: readonly Row[], sort: Json): readonly Row[] {
  const [field, direction] = Array.isArray(sort) ? sort : [];
  if (typeof field !== "string" || (direction !== "ASC" && direction !== "DESC")) throw wrongSort(String(field));
  const keyOf = (row: Row) => fold(String(Object.entries(row).find(([name]) => name === field)?.[1] ?? ""));
  const sign = direction === "ASC" ? 1 : -1;
  return rows.toSorted((a, b) => sign * (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}

function rangeOf(range: Json | undefined, length: number): { from: number; to: number } {
  if (range === undefined) return { from: 0, to: length };
  const [from, to] = Array.isArray(range) ? range : [];
  if (typeof from !== "number" || typeof to !== "number" || from < 0 || to < from) throw wrongRange();
  return { from, to: to + 1 };
}
