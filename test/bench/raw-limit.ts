import { join } from "node:path";
import sqlite3 from "sqlite3";
import { type Contender, pace } from "./measure.ts";

/**
 * What one SQLite connection can do: 1 select, 1 update and 2 inserts by prepared statements, one commit each, WAL,
 * synchronous NORMAL. The limit that transitions are measured against.
 */
export async function rawLimit(folder: string): Promise<Contender & AsyncDisposable> {
  const database = await opened(join(folder, "raw.db"));
  await all(database, [
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "CREATE TABLE cases (id TEXT PRIMARY KEY, version INTEGER, data TEXT)",
    "CREATE TABLE events (id INTEGER PRIMARY KEY, case_id TEXT, data TEXT)",
    "CREATE TABLE outbox (id INTEGER PRIMARY KEY, case_id TEXT, data TEXT)",
  ]);
  const data = JSON.stringify({ title: "x".repeat(400) });
  for (let n = 0; n < 1000; n++) await run(database, `INSERT INTO cases VALUES ('case-${n}', 1, '${data}')`);
  const statements = {
    begin: database.prepare("BEGIN IMMEDIATE"),
    select: database.prepare("SELECT * FROM cases WHERE id = ?"),
    update: database.prepare("UPDATE cases SET version = version + 1, data = ? WHERE id = ?"),
    event: database.prepare("INSERT INTO events (case_id, data) VALUES (?, ?)"),
    effect: database.prepare("INSERT INTO outbox (case_id, data) VALUES (?, ?)"),
    commit: database.prepare("COMMIT"),
  };
  let turn = 0;
  const once = async () => {
    const id = `case-${turn++ % 1000}`;
    await step(statements.begin);
    await step(statements.select, id);
    await step(statements.update, data, id);
    await step(statements.event, id, data);
    await step(statements.effect, id, data);
    await step(statements.commit);
  };
  const contender: Contender = async (milliseconds) => (await pace({ atOnce: 1, milliseconds, once })).perSecond;
  return Object.assign(contender, {
    [Symbol.asyncDispose]: async () => {
      for (const statement of Object.values(statements)) statement.finalize();
      await new Promise<void>((resolve) => database.close(() => resolve()));
    },
  });
}

function opened(path: string): Promise<sqlite3.Database> {
  return new Promise((resolve, reject) => {
    const database = new sqlite3.Database(path, (error) => (error ? reject(error) : resolve(database)));
  });
}

async function all(database: sqlite3.Database, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await run(database, statement);
}

function run(database: sqlite3.Database, sql: string): Promise<void> {
  return new Promise((resolve, reject) => database.run(sql, (error) => (error ? reject(error) : resolve())));
}

function step(statement: sqlite3.Statement, ...values: readonly unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) =>
    statement.all(...values, (error: Error | null, rows: unknown) => (error ? reject(error) : resolve(rows))),
  );
}
