import type { Knex } from "knex";
import type { Database } from "../database.ts";
import { databaseIsNewer } from "../database-errors.ts";
import type { Dialect } from "../dialect.ts";

/** One step of the tables' life. Never changed once it was released; what it made is changed by a later one. */
export interface Migration {
  /** Unique for ever: what is done already is known by it. */
  readonly name: string;
  up(knex: Knex, dialect: Dialect): Promise<void>;
}

/** The names of the steps that this database has taken. */
export async function takenMigrations({ reading }: Database): Promise<ReadonlySet<string>> {
  return new Set(await reading<{ name: string }>("migrations").pluck("name"));
}

/**
 * Takes the steps that this database has not taken yet, all of them or none. Of several processes that start at once,
 * one does it while the others wait.
 *
 * @throws DomainError `database-is-newer` when a step was taken that is not in the list.
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<void> {
  const { patient, dialect } = database;
  await patient.transaction(async (transaction) => {
    await dialect.tables.lockForMigration(transaction);
    await transaction.raw("CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, applied_at text NOT NULL)");
    const applied = new Set(await transaction<{ name: string }>("migrations").pluck("name"));
    const known = new Set(migrations.map((migration) => migration.name));
    const unknown = [...applied].find((name) => !known.has(name));
    if (unknown !== undefined) throw databaseIsNewer(unknown);
    for (const migration of migrations.filter(({ name }) => !applied.has(name))) {
      await migration.up(transaction, dialect);
      await transaction("migrations").insert({ name: migration.name, applied_at: new Date().toISOString() });
    }
  });
}
