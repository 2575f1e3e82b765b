import type { Condition, FieldRef, ListQuery } from "../../../domain/records/record-reader.ts";
import type { Expressions } from "../dialect.ts";
import { and, bind, type Sql, sql } from "../sql.ts";
import type { Row } from "../statement.ts";
import { conditionSql, liveRecords, type Scope } from "./condition-sql.ts";
import { isNeverNull } from "./field-columns.ts";
import { sortedExpression } from "./field-expressions.ts";
import { foundRecords } from "./found-records.ts";
import { recordColumns } from "./record-row.ts";

interface Part {
  readonly offset: number;
  readonly limit: number;
}

type Sort = ListQuery["sort"];
type Select = (query: Sql) => Promise<readonly Row[]>;

const byId: Sort[number] = { field: { name: "id", kind: "system" }, direction: "ASC" };

/** The records of a query: those without a value in a sort field come last, whichever way it is sorted. */
export class RecordList {
  readonly #scope: Scope;
  readonly #select: Select;
  readonly #query: ListQuery;
  readonly #sort: Sort;

  constructor(expressions: Expressions, select: Select, query: ListQuery) {
    this.#scope = { expressions, alias: "r", type: query.type };
    this.#select = select;
    this.#query = query;
    this.#sort = withId(query.sort);
  }

  async count(upTo?: number): Promise<number> {
    const { from, where } = foundRecords(this.#scope, this.#query.where).counted;
    const counted = (table: string) =>
      upTo === undefined
        ? sql`SELECT count(*) AS count FROM ${table} WHERE ${where}`
        : sql`SELECT count(*) AS count FROM (SELECT 1 FROM ${table} WHERE ${where} LIMIT ${bind(upTo)}) AS counted`;
    const rows =
      this.#query.where.length === 0 ? await this.#readInOrderOf(byId, counted) : await this.#select(counted(from));
    return Number(rows[0]?.["count"]);
  }

  /** Found by the conditions, then sorted: best for few. */
  sorted(part?: Part): Promise<readonly Row[]> {
    const { from, where } = foundRecords(this.#scope, this.#query.where);
    const order = this.#order(this.#sort, (expression) => this.#scope.expressions.toSort(expression));
    return this.#select(
      sql`SELECT ${recordColumns("r")} FROM ${from} WHERE ${where} ORDER BY ${order} ${part ? window(part) : ""}`,
    );
  }

  /** The first that are found, in whatever order: best for a few of very many. */
  found(part: Part): Promise<readonly Row[]> {
    const where = liveRecords(this.#scope, this.#query.where);
    return this.#select(sql`SELECT ${recordColumns("r")} FROM records r WHERE ${where} ${window(part)}`);
  }

  /**
   * Read in the order of the first sort field off its index, those that do not meet the conditions left out: best for
   * many. No index has the empty ones last both ways: they are read after the others, when the page reaches them.
   */
  async inOrder(part: Part): Promise<readonly Row[]> {
    const [first = byId, ...others] = this.#sort;
    const isRange = (condition: Condition) => isRangeOf(condition, first.field);
    const where = and([
      liveRecords(this.#scope, this.#query.where.filter(isRange)),
      ...this.#query.where
        .filter((condition) => !isRange(condition))
        .map((condition) => conditionSql({ ...this.#scope, atHand: true, many: true }, condition)),
    ]);
    if (isNeverNull(first.field)) return this.#read(first, { where, order: this.#order(this.#sort), part });
    const expression = this.#expression(first);
    const filled = and([where, sql`${expression} IS NOT NULL`]);
    const order = `${expression} ${first.direction}, ${this.#order(others)}`;
    const rows = await this.#read(first, { where: filled, order, part });
    if (rows.length === part.limit) return rows;
    const isReached = rows.length > 0 || part.offset === 0;
    const before = isReached ? part.offset + rows.length : await this.#countOf(filled);
    const rest = { offset: Math.max(0, part.offset - before), limit: part.limit - rows.length };
    const empty = and([where, sql`${expression} IS NULL`]);
    return [...rows, ...(await this.#read(first, { where: empty, order: this.#order(others), part: rest }))];
  }

  #read(
    first: Sort[number],
    { where, order, part }: { readonly where: Sql; readonly order: string; readonly part: Part },
  ): Promise<readonly Row[]> {
    return this.#readInOrderOf(
      first,
      (table) => sql`SELECT ${recordColumns("r")} FROM ${table} WHERE ${where} ORDER BY ${order} ${window(part)}`,
    );
  }

  /** Off the index of that order; a type that nobody has prepared has none yet. */
  async #readInOrderOf({ field }: Sort[number], query: (table: string) => Sql): Promise<readonly Row[]> {
    const { expressions, type } = this.#scope;
    const index = expressions.inOrderOf(type, field);
    if (index === null) return this.#select(query("records r"));
    try {
      return await this.#select(query(`records r ${index}`));
    } catch (error) {
      if (expressions.isMissingIndex(error)) return this.#select(query("records r"));
      throw error;
    }
  }

  async #countOf(where: Sql): Promise<number> {
    const [row] = await this.#select(sql`SELECT count(*) AS count FROM records r WHERE ${where}`);
    return Number(row?.["count"]);
  }

  #order(sort: Sort, toSort = (expression: string) => expression): string {
    const orders = sort.map((each) => {
      const nulls = isNeverNull(each.field) ? "" : " NULLS LAST";
      return `${toSort(this.#expression(each))} ${each.direction}${nulls}`;
    });
    return orders.join(", ");
  }

  #expression({ field }: Sort[number]): string {
    return sortedExpression(this.#scope.expressions, this.#scope.alias, field);
  }
}

/** It bounds the index that is read: what lies before is not looked at. */
function isRangeOf(condition: Condition, { name, kind }: FieldRef): boolean {
  if (!("value" in condition) || condition.op === "eq" || condition.op === "neq") return false;
  return condition.field.name === name && condition.field.kind === kind;
}

function window({ offset, limit }: Part): Sql {
  return sql`LIMIT ${bind(limit)} OFFSET ${bind(offset)}`;
}

/** Records that sort alike keep one order; whatever comes after the id changes nothing any more. */
function withId(sort: Sort): Sort {
  const place = sort.findIndex(({ field }) => field.kind === "system" && field.name === "id");
  if (place >= 0) return sort.slice(0, place + 1);
  return [...sort, { ...byId, direction: sort.at(-1)?.direction ?? "ASC" }];
}
