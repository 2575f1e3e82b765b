import type { ListPage, ListQuery } from "../../../domain/records/record-reader.ts";
import { type Database, select } from "../database.ts";
import { RecordList } from "./record-list.ts";
import { readRecord } from "./record-row.ts";

/** Totals are exact up to this many. */
const countedUpTo = 10_000;

/** So many are found by their conditions and sorted; of more, and of all, the first ones are met early in their order. */
const sortedUpTo = 2000;

/** One page of a list, with its total. */
export async function listRecords(database: Database, query: ListQuery): Promise<ListPage> {
  const list = new RecordList(database.dialect.expressions, (read) => select(database, read), query);
  if (query.limit === undefined) {
    const rows = await list.sorted();
    return { rows: rows.map(readRecord), total: rows.length, more: false };
  }
  const part = { offset: query.offset, limit: query.limit };
  if (query.uncounted) {
    const rows = await (query.sort.length === 0 ? list.found(part) : list.inOrder(part));
    return { rows: rows.map(readRecord), total: rows.length, more: rows.length === query.limit };
  }
  const counted = await list.count(countedUpTo + 1);
  const isFew = query.where.length > 0 && counted <= sortedUpTo;
  const rows = await (isFew ? list.sorted(part) : list.inOrder(part));
  return { rows: rows.map(readRecord), total: Math.min(counted, countedUpTo), more: counted > countedUpTo };
}

/** How many live records meet the conditions, all of them counted. */
export function countRecords(database: Database, { type, where }: Pick<ListQuery, "type" | "where">): Promise<number> {
  const query: ListQuery = { type, where, sort: [], offset: 0 };
  return new RecordList(database.dialect.expressions, (read) => select(database, read), query).count();
}
