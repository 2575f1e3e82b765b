import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import knex, { type Knex } from "knex";
import type { Database as SqliteConnection } from "sqlite3";
import type { Database } from "../database.ts";
import { databaseNotWritable } from "../database-errors.ts";
import { quietLog } from "../quiet-log.ts";
import { sqliteGroupViews } from "./sqlite-changes.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";
import { SqlitePreparedConnection } from "./sqlite-prepared-connection.ts";

/** `synchronous = FULL`: a change that was acknowledged survives a power cut. */
const writerSetUp = `
  PRAGMA busy_timeout = 15000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA foreign_keys = ON;
  PRAGMA cache_size = -16000;
  PRAGMA temp_store = MEMORY;
  ${sqliteGroupViews}`;

const readerSetUp = `
  PRAGMA busy_timeout = 15000;
  PRAGMA query_only = ON;
  PRAGMA cache_size = -16000;
  PRAGMA temp_store = MEMORY;`;

/** One connection writes, so that groups follow each other; two more read beside it, which WAL allows. */
export async function openSqlite(path: string): Promise<Database> {
  const filename = resolve(path);
  const prepared = new Map<SqliteConnection, SqlitePreparedConnection>();
  const writer = await openWriter(filename).catch((error: unknown) => {
    throw databaseNotWritable(`sqlite:${path}`, error instanceof Error ? error.message : String(error));
  });
  const reader = openPool(filename, 2, readerSetUp);
  const close = async () => {
    for (const connection of prepared.values()) await connection.finalize();
    prepared.clear();
    await writer.raw("PRAGMA optimize");
    // One after the other: two that close at once each take the other for a reader, and leave the journal behind.
    await reader.destroy();
    await writer.destroy();
  };
  const withPrepared = async <T>(pool: Knex, work: (statements: SqlitePreparedConnection) => Promise<T>) => {
    const connection: SqliteConnection = await pool.client.acquireConnection();
    try {
      const statements = prepared.get(connection) ?? new SqlitePreparedConnection(connection);
      prepared.set(connection, statements);
      return await work(statements);
    } finally {
      await pool.client.releaseConnection(connection);
    }
  };
  return {
    dialect: sqliteDialect,
    knex: writer,
    reading: reader,
    patient: writer,
    writing: (work) => withPrepared(writer, work),
    transaction: (work) => withPrepared(writer, (statements) => statements.transaction(work)),
    read: (statement, parameters) => withPrepared(reader, (statements) => statements.run(statement, parameters)),
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function openWriter(filename: string): Promise<Knex> {
  await mkdir(dirname(filename), { recursive: true });
  const writer = openPool(filename, 1, writerSetUp);
  try {
    await writer.raw("BEGIN IMMEDIATE");
    await writer.raw("ROLLBACK");
    return writer;
  } catch (error) {
    await writer.destroy();
    throw error;
  }
}

/** Its connections stay open: they keep statements prepared. */
function openPool(filename: string, size: number, setUp: string): Knex {
  return knex({
    client: "sqlite3",
    connection: { filename },
    useNullAsDefault: true,
    log: quietLog,
    pool: {
      min: size,
      max: size,
      afterCreate: (connection: SqliteConnection, done: (error: Error | null, connection: SqliteConnection) => void) =>
        connection.exec(setUp, (error) => done(error, connection)),
    },
  });
}
