import type { Knex } from "knex";
import { readDatabaseUrl } from "./database-url.ts";
import type { Dialect } from "./dialect.ts";
import { openPostgres } from "./postgres/open-postgres.ts";
import type { Sql } from "./sql.ts";
import { openSqlite } from "./sqlite/open-sqlite.ts";
import type { Connection, Parameter, Row, Statement } from "./statement.ts";

/** One town's database, open. */
export interface Database extends AsyncDisposable {
  readonly dialect: Dialect;
  /** Reads and writes. On SQLite it is one connection, which waits for the transaction in flight. */
  readonly knex: Knex;
  /** Only reads, and never waits for a writer. */
  readonly reading: Knex;
  /** Reads and writes what may take minutes, or holds something for as long. On SQLite it is `knex`. */
  readonly patient: Knex;
  /** Rows of a statement that only reads, prepared once per connection. */
  read(statement: Statement, parameters?: readonly Parameter[]): Promise<readonly Row[]>;
  /** Runs the work on one connection that may write, each statement a transaction of its own. */
  writing<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Runs the work in one write transaction on one connection; what it throws undoes all of it. */
  transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Opens the database that the address names, without making its tables (see `migrate`).
 *
 * @param url `sqlite:<path>`, or `postgres://…` with `?schema=<name>` for one of several towns, and
 *   `statement_timeout=<milliseconds>` for a PostgreSQL that needs more time than 20 seconds.
 * @throws DomainError `unsupported-database-url`, `database-not-writable`.
 * @example
 * await using database = await openDatabase("sqlite:data/town.db");
 * await migrate(database, storeMigrations);
 */
export async function openDatabase(url: string): Promise<Database> {
  const address = readDatabaseUrl(url);
  return address.kind === "sqlite" ? openSqlite(address.path) : openPostgres(address);
}

/** The rows of a query that only reads. */
export async function select(database: Database, query: Sql): Promise<readonly Row[]> {
  const answer: unknown = await database.reading.raw(query.text, [...query.values]);
  return database.dialect.rowsOf(answer);
}
