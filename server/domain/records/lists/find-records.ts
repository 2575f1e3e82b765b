import { isObject } from "../../../engine/schema/is-object.ts";
import type { Asker, Caller } from "../../changes/caller.ts";
import type { Office } from "../../changes/office.ts";
import { type ListRequest, listRecords, type RecordList, rangeOf } from "./list-records.ts";

/** Finds records of one type behind free text. The plugin host has them. */
export interface RecordFinder {
  readonly type: string;
  /** Ids, the most likely first. @throws DomainError `plugin-unavailable`. */
  find(text: string, limit: number, asker: Asker): Promise<readonly string[]>;
}

/** The finders that are in force; the plugin host is one. */
export interface RecordFinders {
  finders(): readonly RecordFinder[];
}

/** Found ones beyond these help nobody who types. */
const mostFound = 50;

/**
 * A list in which `q` is answered by the type's finder, the most likely first, where no order is asked for and the
 * reader may read all that it looks at. Where it finds nothing or cannot be asked, words are looked for as usual.
 *
 * @throws DomainError what {@link listRecords} throws.
 */
export async function findRecords(
  office: Office,
  caller: Caller,
  { plugins, ...request }: ListRequest & { readonly plugins: RecordFinders },
): Promise<RecordList> {
  const { type, sort } = request;
  const finder = plugins.finders().find((one) => one.type === type);
  const filter = isObject(request.filter) ? request.filter : {};
  const { q, ...others } = filter;
  const isFree = typeof q === "string" && q.trim() !== "" && sort === undefined && others["id"] === undefined;
  if (!finder || !isFree || caller.rights.readable(type) !== null) return listRecords(office, caller, request);
  const range = rangeOf(request.range);
  const ids = await finder.find(q, mostFound, caller).catch(() => []);
  if (ids.length === 0) return listRecords(office, caller, request);
  const { rows } = await listRecords(office, caller, { type, filter: { ...others, id: [...ids] } });
  const places = new Map(ids.map((id, place) => [id, place]));
  const placeOf = (row: (typeof rows)[number]) => places.get(String(row["id"])) ?? ids.length;
  const inOrder = [...rows].sort((one, other) => placeOf(one) - placeOf(other));
  const shown = inOrder.slice(range.offset, range.offset + range.limit);
  return { rows: shown, from: range.offset, total: rows.length, more: false };
}
