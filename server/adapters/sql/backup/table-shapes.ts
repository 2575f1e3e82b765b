import type { Knex } from "knex";
import type { Dialect } from "../dialect.ts";
import type { Row } from "../statement.ts";

/** A table whose rows a backup holds. */
export interface TableShape {
  readonly name: string;
  /** Its primary key: the order that rows are read and written in. */
  readonly key: readonly string[];
  /** The columns that are kept; a number that the database gives each row is not, their order keeps it. */
  readonly columns: readonly string[];
}

/** What every database makes for itself: indexes over records, and what it knows of its own tables. */
const madeAgain = /^(migrations|type_plans|search_entries|record_items|record_words.*|sqlite_.*)$/;

/** Every table that holds something of the office; those that others refer to come first. */
export async function tableShapes(knex: Knex, dialect: Dialect): Promise<readonly TableShape[]> {
  const rows = dialect.rowsOf(await knex.raw(dialect.name === "sqlite" ? sqliteColumns : postgresColumns));
  const tables = new Map<string, Row[]>();
  for (const row of rows) {
    const name = String(row["table_name"]);
    if (!madeAgain.test(name)) tables.set(name, [...(tables.get(name) ?? []), row]);
  }
  const shapes = [...tables].map(([name, columns]): TableShape => {
    const keyed = columns.filter((column) => Number(column["place"]) > 0);
    const key = keyed.sort((left, right) => Number(left["place"]) - Number(right["place"]));
    const given = columns.filter((column) => !isCounted(column, keyed.length));
    return { name, key: key.map(nameOf), columns: given.map(nameOf) };
  });
  return shapes.sort((left, right) => Number(right.name === "users") - Number(left.name === "users"));
}

function nameOf(column: Row): string {
  return String(column["name"]);
}

function isCounted({ place, counted }: Row, keyLength: number): boolean {
  return Number(place) > 0 && keyLength === 1 && Boolean(counted);
}

/** A key that is just `INTEGER` is the number of the row. */
const sqliteColumns = `SELECT t.name AS table_name, c.name, c.pk AS place, upper(c.type) = 'INTEGER' AS counted
  FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY t.name, c.cid`;

const postgresColumns = `SELECT c.relname AS table_name, a.attname AS name,
    coalesce(array_position(i.indkey::int2[], a.attnum), -1) + 1 AS place,
    a.attidentity <> '' OR coalesce(pg_get_expr(d.adbin, d.adrelid), '') LIKE 'nextval(%' AS counted
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
  ORDER BY c.relname, a.attnum`;
