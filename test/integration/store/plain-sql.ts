import type { Database } from "../../../server/adapters/sql/database.ts";

/** What a query finds, asked beside the product. */
export async function rowsOf(database: Database, query: string): Promise<readonly Record<string, unknown>[]> {
  return database.dialect.rowsOf(await database.reading.raw(query)).map((row) => ({ ...row }));
}

/** How the database means to answer, in its own words. */
export async function planOf(database: Database, query: string): Promise<string> {
  const explain = database.dialect.name === "sqlite" ? "EXPLAIN QUERY PLAN" : "EXPLAIN";
  return (await rowsOf(database, `${explain} ${query}`)).map((row) => Object.values(row).join(" ")).join("\n");
}

/** The name of the view of that type. */
export async function viewOf(database: Database, type: string): Promise<string> {
  const plans = await database.knex("type_plans").where({ type }).whereLike("made_by", "CREATE VIEW%");
  return String(plans[0]?.name);
}
