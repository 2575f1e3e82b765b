import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, inject } from "vitest";
import { type Database, openDatabase } from "../../server/adapters/sql/database.ts";
import { type Migration, migrate } from "../../server/adapters/sql/tables/migrate.ts";
import { storeMigrations } from "../../server/adapters/sql/tables/migrations.ts";

/** A place for one town that nothing else uses, and the way to clear it away. */
export interface TestPlace {
  readonly url: string;
  remove(): Promise<void>;
}

/** A migrated database that is cleared away when it is closed. */
export type OpenTestDatabase = (migrations?: readonly Migration[]) => Promise<Database>;

const places: { readonly [name: string]: () => Promise<TestPlace> } = {
  SQLite: sqlitePlace,
  PostgreSQL: postgresPlace,
};

/**
 * Writes the same tests for both databases.
 *
 * @example
 * eachDatabase((open) => {
 *   test("keeps it", async () => {
 *     await using database = await open();
 *   });
 * });
 */
export function eachDatabase(tests: (open: OpenTestDatabase, place: () => Promise<TestPlace>) => void): void {
  for (const [name, makePlace] of Object.entries(places)) {
    describe(name, () => tests((migrations) => openIn(makePlace, migrations), makePlace));
  }
}

/** A new place on each database. */
export function makeEveryPlace(): Promise<readonly TestPlace[]> {
  return Promise.all(Object.values(places).map((makePlace) => makePlace()));
}

/** A migrated SQLite database in a temporary folder: for tests that any database would do for. */
export function openTemporaryDatabase(migrations?: readonly Migration[]): Promise<Database> {
  return openIn(sqlitePlace, migrations);
}

async function openIn(makePlace: () => Promise<TestPlace>, migrations = storeMigrations): Promise<Database> {
  const place = await makePlace();
  const database = await openDatabase(place.url);
  await migrate(database, migrations);
  const close = async () => {
    await database.close();
    await place.remove();
  };
  return { ...database, close, [Symbol.asyncDispose]: close };
}

/** A file that nothing else uses. */
export async function sqlitePlace(): Promise<TestPlace> {
  const folder = await mkdtemp(join(tmpdir(), "passerelle-"));
  return {
    url: `sqlite:${join(folder, "town.db")}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A schema that nothing else uses: for tests of several processes on one database. */
export async function postgresPlace(): Promise<TestPlace> {
  const schema = `test_${randomBytes(8).toString("hex")}`;
  const url = new URL(inject("postgresUrl"));
  url.searchParams.set("schema", schema);
  return {
    url: url.href,
    remove: async () => {
      const database = await openDatabase(inject("postgresUrl"));
      await database.knex.raw(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`);
      await database.close();
    },
  };
}
