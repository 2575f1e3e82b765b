import type { Sql } from "./sql.ts";

/** A statement that is prepared once per connection and run many times. Its parameters are `?1` or `$1`, by dialect. */
export interface Statement {
  /** Unique within a dialect. */
  readonly name: string;
  readonly sql: string;
}

/** A value that both drivers bind. */
export type Parameter = string | number | null;

/** A row as the driver gives it. */
export type Row = { readonly [column: string]: unknown };

/** One connection, for as long as some work has it. */
export interface Connection {
  run(statement: Statement, parameters?: readonly Parameter[]): Promise<readonly Row[]>;
  /** Runs what is written for this one time. */
  query(query: Sql): Promise<readonly Row[]>;
}
