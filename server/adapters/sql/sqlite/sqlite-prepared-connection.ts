import type { Database, Statement as SqliteStatement } from "sqlite3";
import type { Sql } from "../sql.ts";
import type { Connection, Parameter, Row, Statement } from "../statement.ts";

const begin: Statement = { name: "begin", sql: "BEGIN IMMEDIATE" };
const commit: Statement = { name: "commit", sql: "COMMIT" };
const rollback: Statement = { name: "rollback", sql: "ROLLBACK" };

/** A SQLite connection that keeps its statements prepared. */
export class SqlitePreparedConnection implements Connection {
  readonly #connection: Database;
  readonly #statements = new Map<string, SqliteStatement>();

  constructor(connection: Database) {
    this.#connection = connection;
  }

  /** Takes the write lock at once, so that what the work reads stays true until it commits. */
  async transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    await this.run(begin);
    try {
      const result = await work(this);
      await this.run(commit);
      return result;
    } catch (error) {
      await this.run(rollback).catch(() => undefined);
      throw error;
    }
  }

  async run(statement: Statement, parameters: readonly Parameter[] = []): Promise<readonly Row[]> {
    const prepared = this.#statements.get(statement.name) ?? (await this.#prepare(statement));
    return new Promise((resolve, reject) => {
      prepared.all<Row>([...parameters], (error, rows) => (error ? reject(error) : resolve(rows)));
    });
  }

  query({ text, values }: Sql): Promise<readonly Row[]> {
    return new Promise((resolve, reject) => {
      this.#connection.all<Row>(text, [...values], (error, rows) => (error ? reject(error) : resolve(rows)));
    });
  }

  /** To be called before the connection is closed. */
  async finalize(): Promise<void> {
    const statements = [...this.#statements.values()];
    this.#statements.clear();
    await Promise.all(
      statements.map((statement) => new Promise<void>((resolve) => statement.finalize(() => resolve()))),
    );
  }

  async #prepare(statement: Statement): Promise<SqliteStatement> {
    const prepared = await new Promise<SqliteStatement>((resolve, reject) => {
      const made: SqliteStatement = this.#connection.prepare(statement.sql, (error: Error | null) =>
        error ? reject(error) : resolve(made),
      );
    });
    this.#statements.set(statement.name, prepared);
    return prepared;
  }
}
