import { wrongRange } from "../../domain/records/lists/list-errors.ts";
import type { Json } from "../../plugin-api/json.ts";

/** The most rows that one answer holds, of lists that the database pages. */
const mostRows = 1000;

/** The page that a `range` asks for; the first rows without it. @throws DomainError `wrong-range`. */
export function pageOf(range: Json | undefined): { readonly offset: number; readonly limit: number } {
  if (range === undefined) return { offset: 0, limit: mostRows };
  const { first, last } = placesOf(range);
  if (last - first >= mostRows) throw wrongRange();
  return { offset: first, limit: last - first + 1 };
}

/** The first and the last place that a `range` asks for, from 0. @throws DomainError `wrong-range`. */
export function placesOf(range: Json): { readonly first: number; readonly last: number } {
  const [first, last]: readonly Json[] = Array.isArray(range) && range.length === 2 ? range : [];
  const areIntegers = Number.isSafeInteger(first) && Number.isSafeInteger(last);
  if (!areIntegers || Number(first) < 0 || Number(last) < Number(first)) throw wrongRange();
  return { first: Number(first), last: Number(last) };
}
