import { wrongRange } from "../../domain/records/list-errors.ts";
import type { Json } from "../../plugin-api/json.ts";

/** The most rows that one answer holds, of lists that the database pages. */
const mostRows = 1000;

/** The page that a `range` asks for; the first rows without it. @throws DomainError `wrong-range`. */
export function pageOf(range: Json | undefined): { readonly offset: number; readonly limit: number } {
  if (range === undefined) return { offset: 0, limit: mostRows };
  const [from, to] = Array.isArray(range) ? range : [];
  const areIntegers = Number.isSafeInteger(from) && Number.isSafeInteger(to);
  if (!areIntegers || Number(from) < 0 || Number(to) < Number(from) || Number(to) - Number(from) >= mostRows) {
    throw wrongRange();
  }
  return { offset: Number(from), limit: Number(to) - Number(from) + 1 };
}
