import { type Database, select } from "../database.ts";
import { and, bind, literal, type Sql, sql } from "../sql.ts";
import type { Row } from "../statement.ts";
import type { IndexedValue } from "./asked-column.ts";

/** The rows of all live records that have a value, as a JSON list, by that value. */
export interface RowsOfValue {
  readonly value: string;
  readonly rows: string;
}

/**
 * Reads which live records of a type have which value, off the index alone. Null where the type has no such index, or
 * what stands there is no text. At most so many values: whoever gets that many knows that there may be more.
 */
export async function readOffIndex(
  database: Database,
  type: string,
  { index, expression, atMost }: Omit<IndexedValue, "told"> & { readonly atMost: number },
): Promise<readonly RowsOfValue[] | null> {
  const [plan] = await select(database, sql`SELECT made_by FROM type_plans WHERE name = ${bind(index.name)}`);
  if (!String(plan?.["made_by"]).includes(`(${index.columns})`)) return null;
  const { expressions } = database.dialect;
  const read = (value: string, where: Sql, grouped: Sql) => sql`
    SELECT ${value} AS value, ${expressions.listed("r.row_id")} AS rows FROM records r ${index.hint}
    WHERE ${and([sql`r.type = ${literal(type)}`, sql`r.deleted_at IS NULL`, where])} ${grouped}`;
  const query =
    expression === null
      ? read("''", sql`r.id IS NOT NULL`, sql``)
      : read(expression, sql`${expression} IS NOT NULL`, sql`GROUP BY ${expression} LIMIT ${bind(atMost)}`);
  try {
    const rows = await select(database, query);
    return rows.every(isText)
      ? rows.map(({ value, rows: list }) => ({ value: String(value), rows: String(list) }))
      : null;
  } catch (error) {
    if (expressions.isMissingIndex(error)) return null;
    throw error;
  }
}

function isText({ value }: Row): boolean {
  return typeof value === "string";
}

/** Characters of a list that are read at a time. */
const partLength = 100_000;

/** The numbers of a JSON list in parts, none of which takes long. */
export function* numbersIn(list: string): Iterable<readonly number[]> {
  for (let from = 1; from < list.length; ) {
    const comma = list.indexOf(",", from + partLength);
    const end = comma < 0 ? list.length - 1 : comma;
    yield JSON.parse(`[${list.slice(from, end)}]`) as readonly number[];
    from = end + 1;
  }
}
