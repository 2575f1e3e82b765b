import type { Compared, DataField, Expressions, FoundWords } from "../dialect.ts";
import { fieldPath } from "../reading/field-path.ts";
import { comparedLength } from "../reading/search-columns.ts";
import { bind, literal, or, type Sql, sql } from "../sql.ts";

/** Over `jsonb`; what is compared stands as it does in the expressions of the indexes. */
export const postgresExpressions: Expressions = {
  value: postgresValue,
  sortKey: postgresSortKey,
  json: (alias, name) => `nullif(${jsonOf(alias, name)}, 'null'::jsonb)::text`,
  quoted: (text) => `to_jsonb(${text})::text`,
  holdsOneOf: ({ alias, name }, values) => {
    const held = values.map((value) => sql`${postgresList(alias, name)} @> ${bind(JSON.stringify(value))}::jsonb`);
    return or(held);
  },
  isOneOf: (expression, values) =>
    sql`${expression} = ANY (ARRAY(SELECT each::${castOf(values)} FROM jsonb_array_elements_text(${bind(
      JSON.stringify(values),
    )}::jsonb) AS each))`,
  inOrderOf: (_type, field) => (field.kind === "system" || field.indexed === true ? "" : null),
  // PostgreSQL looks at the records even where the index of an expression holds all that is asked.
  valueIndex: () => null,
  listed: (expression) => `json_agg(${expression})`,
  asText: (expression) => `(${expression})::text`,
  // It takes the beginning of the order for as likely to meet the conditions as the rest, and would read on and on.
  toSort: (expression) => `(SELECT ${expression})`,
  // It has statistics to choose by.
  atHand: (expression) => expression,
  isMissingIndex: () => false,
  streamOf: () => null,
  hasWords: ({ alias, groups }) => hasWords(alias, groups),
  saysWords: hasWords,
  bound,
  equals: (alias, field, value) => {
    const equal = sql`${postgresValue(alias, field)} = ${bound(cut(value))}`;
    return value === cut(value) ? equal : sql`(${equal} AND ${jsonOf(alias, field.name)} #>> '{}' = ${bound(value)})`;
  },
  contains: (text, part) => sql`strpos(${text}, ${part}) > 0`,
  days: (from, to) => `extract(epoch FROM ${instant(to)} - ${instant(from)})::float8 / 86400`,
};

function hasWords(alias: string, groups: FoundWords["groups"]): Sql {
  const query = groups.map((group) => `(${group.map(prefixQuery).join(" | ")})`).join(" & ");
  return sql`${alias}.words @@ ${bind(query)}::tsquery`;
}

/** The value of a field; where `alias` is empty, of the table that an index is made on. */
export function postgresValue(alias: string, { name, kind }: DataField): string {
  const json = jsonOf(alias, name);
  if (kind === "number") return `(CASE WHEN jsonb_typeof(${json}) = 'number' THEN (${json})::float8 END)`;
  if (kind === "boolean") return `(CASE WHEN jsonb_typeof(${json}) = 'boolean' THEN (${json})::boolean END)`;
  return comparedText(`${json} #>> '{}'`);
}

/** The folded text of a field, cut as its index has it; `alias` as in {@link postgresValue}. */
export function postgresSortKey(alias: string, name: string): string {
  return comparedText(`${column(alias, "keys")} ->> ${literal(name)}`);
}

/** Compares byte by byte. The collation stands inside, else PostgreSQL would not see the index's statistics. */
function comparedText(text: string): string {
  return `left((${text}) COLLATE "C", ${comparedLength})`;
}

/** The list as `jsonb`, for an inverted index; `alias` as in {@link postgresValue}. */
export function postgresList(alias: string, name: string): string {
  return `(${jsonOf(alias, name)})`;
}

function jsonOf(alias: string, name: string): string {
  return [column(alias, "data"), ...fieldPath(name).map(literal)].join(" -> ");
}

function column(alias: string, name: string): string {
  return alias === "" ? name : `${alias}.${name}`;
}

/** A text that begins like a date, else null: other text must not make a query fail. */
function instant(text: string): string {
  return `(CASE WHEN ${text} ~ '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])' THEN left(${text}, 19)::timestamp END)`;
}

function bound(value: Compared): Sql {
  if (typeof value === "number") return sql`${bind(value)}::float8`;
  return typeof value === "boolean" ? sql`${bind(value)}::boolean` : sql`${bind(value)}::text`;
}

/** An indexed text is compared by its beginning; the few that are longer by all of it besides. */
function cut(value: Compared): Compared {
  return typeof value === "string" && value.length >= comparedLength ? value.slice(0, comparedLength) : value;
}

function castOf(values: readonly Compared[]): string {
  if (values.every((value) => typeof value === "number")) return "float8";
  return values.every((value) => typeof value === "boolean") ? "boolean" : "text";
}

function prefixQuery(prefix: string): string {
  return `'${prefix.replace(/['\\]/g, "$&$&")}':*`;
}
