import type { FieldRef } from "../../../domain/records/record-reader.ts";
import type { Compared, DataField, Expressions, FoundWords, ListColumn, Stream, ValueIndex } from "../dialect.ts";
import { jsonPath } from "../reading/field-path.ts";
import { and, bind, literal, or, type Sql, sql } from "../sql.ts";
import { indexName } from "../tables/index-name.ts";
import { ftsToken } from "./fts-token.ts";
import { orderIndexName, systemOrders } from "./order-index-name.ts";

/** Over JSON texts; every index that is to be taken is named, since there may be no statistics. */
export const sqliteExpressions: Expressions = {
  value: sqliteValue,
  sortKey: sqliteSortKey,
  json: (alias, name) => `nullif(${column(alias, "data")} -> ${jsonPath(name)}, 'null')`,
  quoted: (text) => `json_quote(${text})`,
  holdsOneOf,
  isOneOf: (expression, values) => sql`${expression} IN ${listed(values)}`,
  inOrderOf: (type, field) => {
    const index = orderIndexName(type, field);
    return index === null ? null : `INDEXED BY "${index}"`;
  },
  valueIndex,
  listed: (expression) => `json_group_array(${expression})`,
  asText: (expression) => `${expression} || ''`,
  toSort: notIndexed,
  atHand: notIndexed,
  isMissingIndex: (error) => error instanceof Error && error.message.includes("no such index"),
  hasWords: (found) => {
    const row = `${found.atHand ? "+" : ""}${found.alias}.row_id`;
    return sql`${row} IN (SELECT rowid FROM record_words WHERE record_words MATCH ${bind(matchOf(found))})`;
  },
  saysWords: (alias, groups) => and(groups.map((prefixes) => or(prefixes.map((prefix) => saysWord(alias, prefix))))),
  streamOf,
  bound,
  equals: (alias, field, value) => sql`${sqliteValue(alias, field)} = ${bound(value)}`,
  contains: (text, part) => sql`instr(${text}, ${part}) > 0`,
  days: (from, to) => `julianday(${to}) - julianday(${from})`,
};

/** SQLite takes the index of an expression for nothing but that expression. */
function notIndexed(expression: string): string {
  return `+${expression}`;
}

/** The value of a field; where `alias` is empty, of the table that an index is made on. */
export function sqliteValue(alias: string, { name, kind }: DataField): string {
  const data = column(alias, "data");
  const path = jsonPath(name);
  const extracted = `json_extract(${data}, ${path})`;
  if (kind === "number") return `CASE WHEN json_type(${data}, ${path}) IN ('integer', 'real') THEN ${extracted} END`;
  if (kind === "boolean") return `CASE json_type(${data}, ${path}) WHEN 'true' THEN 1 WHEN 'false' THEN 0 END`;
  return extracted;
}

/** The folded text of a field; `alias` as in {@link sqliteValue}. */
export function sqliteSortKey(alias: string, name: string): string {
  return `json_extract(${column(alias, "keys")}, '$."${name}"')`;
}

function valueIndex(type: string, field: FieldRef): ValueIndex | null {
  const { name, kind } = field;
  const columns = kind === "system" ? systemOrders.get(name)?.columns : `${sqliteValue("", { name, kind })}, id`;
  if (columns === undefined || kind === "list") return null;
  const index = indexName(type, name, kind === "system" ? "system" : "value");
  return { name: index, columns, hint: `INDEXED BY "${index}"` };
}

/**
 * Items are looked up where an index keeps them, from whichever side there is less to look at. SQLite makes a join of an
 * `EXISTS`, and a filter over all items for it: a limit keeps it from that.
 */
function holdsOneOf({ alias, type, name, indexed, atHand }: ListColumn, values: readonly Compared[]): Sql {
  const items = listed(values);
  if (!indexed) {
    return sql`EXISTS (SELECT 1 FROM json_each(${alias}.data, ${jsonPath(name)}) AS item WHERE item.value IN ${items})`;
  }
  const kept = sql`FROM record_items WHERE field = ${literal(name)} AND item IN ${items}`;
  return atHand
    ? sql`(SELECT 1 ${kept} AND record_items.row_id = ${alias}.row_id LIMIT 1) = 1`
    : sql`${alias}.row_id IN (SELECT row_id ${kept} AND type = ${literal(type)})`;
}

/** `CROSS JOIN` keeps SQLite from beginning with the records. Of several items a record could have two. */
function streamOf(source: ListColumn | FoundWords, values: readonly Compared[]): Stream | null {
  const records = `CROSS JOIN records ${source.alias} ON ${source.alias}.row_id`;
  if ("groups" in source) {
    const where = sql`record_words MATCH ${bind(matchOf(source))}`;
    return { from: `record_words ${records} = record_words.rowid`, alone: null, where };
  }
  const { type, name, indexed } = source;
  const [only] = values;
  if (!indexed || only === undefined || values.length > 1) return null;
  const found = sql`found.type = ${literal(type)} AND found.field = ${literal(name)} AND found.item = ${bound(only)}`;
  return { from: `record_items found ${records} = found.row_id`, alone: "record_items found", where: found };
}

function saysWord(alias: string, prefix: string): Sql {
  return sql`instr(' ' || ${column(alias, "words")}, ${bind(` ${ftsToken(prefix)}`)}) > 0`;
}

function matchOf({ groups }: FoundWords): string {
  return groups.map((group) => `(${group.map(prefixQuery).join(" OR ")})`).join(" AND ");
}

function column(alias: string, name: string): string {
  return alias === "" ? name : `${alias}.${name}`;
}

function bound(value: Compared): Sql {
  return bind(stored(value));
}

function listed(values: readonly Compared[]): Sql {
  return sql`(SELECT value FROM json_each(${bind(JSON.stringify(values.map(stored)))}))`;
}

/** SQLite has no truth values: `json_extract` answers 1 and 0. */
function stored(value: Compared): string | number {
  return typeof value === "boolean" ? Number(value) : value;
}

function prefixQuery(prefix: string): string {
  return `"${ftsToken(prefix)}"*`;
}
