import type { ListPage, ListQuery } from "../../domain/records/record-reader.ts";
import { liveRecords, type Scope } from "./condition-sql.ts";
import { type Database, select } from "./database.ts";
import { isNeverNull } from "./field-columns.ts";
import { sortedExpression } from "./field-expressions.ts";
import { readRecord, recordColumns } from "./record-row.ts";
import { and, bind, type Sql, sql } from "./sql.ts";
import type { Row } from "./statement.ts";

/** Totals are exact up to this many. */
export const countedUpTo = 10_000;

/** One page of a list, with its total. */
export async function listRecords(database: Database, query: ListQuery): Promise<ListPage> {
  const list = new RecordList(database, query);
  if (query.limit === undefined) {
    const rows = await list.all();
    return { rows: rows.map(readRecord), total: query.offset + rows.length, more: false };
  }
  const [rows, counted] = await Promise.all([list.page(query.offset, query.limit), list.count(countedUpTo + 1)]);
  return { rows: rows.map(readRecord), total: Math.min(counted, countedUpTo), more: counted > countedUpTo };
}

/** How many live records meet the conditions, all of them counted. */
export function countRecords(database: Database, query: Pick<ListQuery, "type" | "where">): Promise<number> {
  return new RecordList(database, { ...query, sort: [], offset: 0 }).count();
}

/** The records of a query, those without a value in the first sort field last whichever way it is sorted. */
class RecordList {
  readonly #database: Database;
  readonly #scope: Scope;
  readonly #where: Sql;
  readonly #sort: ListQuery["sort"];

  constructor(database: Database, query: ListQuery) {
    this.#database = database;
    this.#scope = { expressions: database.dialect.expressions, alias: "r", type: query.type };
    this.#where = liveRecords(this.#scope, query.where);
    this.#sort = withId(query.sort);
  }

  async count(upTo?: number): Promise<number> {
    return this.#count(this.#where, upTo);
  }

  all(): Promise<readonly Row[]> {
    return this.#select(this.#where, this.#order(this.#sort), sql``);
  }

  /**
   * The index of a field gives its values in order, but neither database lets empty ones come last both ways: they are
   * read after the others, when the page reaches them.
   */
  async page(offset: number, limit: number): Promise<readonly Row[]> {
    const [first, ...others] = this.#sort;
    if (first === undefined || isNeverNull(first.field)) {
      return this.#select(this.#where, this.#order(this.#sort), window(offset, limit));
    }
    const expression = sortedExpression(this.#scope.expressions, this.#scope.alias, first.field);
    const filled = and([this.#where, sql`${expression} IS NOT NULL`]);
    const rows = await this.#select(
      filled,
      `${expression} ${first.direction}, ${this.#order(others)}`,
      window(offset, limit),
    );
    if (rows.length === limit) return rows;
    const before = rows.length > 0 || offset === 0 ? offset + rows.length : await this.#count(filled);
    const empty = and([this.#where, sql`${expression} IS NULL`]);
    const rest = window(Math.max(0, offset - before), limit - rows.length);
    return [...rows, ...(await this.#select(empty, this.#order(others), rest))];
  }

  #order(sort: ListQuery["sort"]): string {
    const { expressions, alias } = this.#scope;
    const orders = sort.map(({ field, direction }) => {
      const nulls = isNeverNull(field) ? "" : " NULLS LAST";
      return `${sortedExpression(expressions, alias, field)} ${direction}${nulls}`;
    });
    return orders.join(", ");
  }

  #select(where: Sql, order: string, part: Sql): Promise<readonly Row[]> {
    return select(
      this.#database,
      sql`SELECT ${recordColumns("r")} FROM records r WHERE ${where} ORDER BY ${order} ${part}`,
    );
  }

  async #count(where: Sql, upTo?: number): Promise<number> {
    const counted =
      upTo === undefined
        ? sql`SELECT count(*) AS count FROM records r WHERE ${where}`
        : sql`SELECT count(*) AS count FROM (SELECT 1 FROM records r WHERE ${where} LIMIT ${bind(upTo)}) AS found`;
    const [row] = await select(this.#database, counted);
    return Number(row?.["count"]);
  }
}

function window(offset: number, limit: number): Sql {
  return sql`LIMIT ${bind(limit)} OFFSET ${bind(offset)}`;
}

/** Records that sort alike keep one order; whatever comes after the id changes nothing any more. */
function withId(sort: ListQuery["sort"]): ListQuery["sort"] {
  const isId = (each: ListQuery["sort"][number]) => each.field.kind === "system" && each.field.name === "id";
  const place = sort.findIndex(isId);
  if (place >= 0) return sort.slice(0, place + 1);
  return [...sort, { field: { name: "id", kind: "system" }, direction: sort.at(-1)?.direction ?? "ASC" }];
}
