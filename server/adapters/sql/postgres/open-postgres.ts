import knex, { type Knex } from "knex";
import type { Client } from "pg";
import type { Database } from "../database.ts";
import { databaseNotWritable } from "../database-errors.ts";
import type { DatabaseAddress } from "../database-url.ts";
import { quietLog } from "../quiet-log.ts";
import type { Sql } from "../sql.ts";
import type { Connection, Parameter, Statement } from "../statement.ts";
import { hangUpOnSilence, type LineLimits, lineSettings, patientLine, shortLine } from "./line-limits.ts";
import { postgresDialect } from "./postgres-dialect.ts";

type PostgresAddress = Extract<DatabaseAddress, { readonly kind: "postgres" }>;

/** How long whoever needs a connection waits for one, in milliseconds. */
const acquiring = 10_000;

/**
 * For statements that name their rows: each is looked up by its key. The planner, which goes by the size that a table had
 * when it last looked, would read a small one from end to end, with all that was changed in it since, and keep doing so.
 */
const byKey = "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

/** Pools on one schema of a PostgreSQL database. The schema is made when it is not there. */
export async function openPostgres(address: PostgresAddress): Promise<Database> {
  const { connectionString, schema, statementTimeout } = address;
  const limits = shortLine(statementTimeout);
  const pool = openPool(address, { max: 5, acquireTimeoutMillis: acquiring, limits });
  const keyed = openPool(address, { max: 3, acquireTimeoutMillis: acquiring, limits, planner: byKey });
  const patient = openPool(address, { max: 3, limits: patientLine });
  const close = async () => {
    await Promise.all([pool.destroy(), keyed.destroy(), patient.destroy()]);
  };
  try {
    await makeSchema(pool, schema);
  } catch (error) {
    await close();
    throw databaseNotWritable(connectionString, error instanceof Error ? error.message : String(error));
  }
  const withClient = async <T>(work: (client: Client) => Promise<T>) => {
    const client: Client = await keyed.client.acquireConnection();
    try {
      return await work(client);
    } finally {
      await keyed.client.releaseConnection(client);
    }
  };
  return {
    dialect: postgresDialect,
    knex: pool,
    reading: pool,
    patient,
    writing: (work) => withClient((client) => work(connectionOf(client))),
    transaction: (work) => withClient((client) => inTransaction(client, work)),
    read: (statement, parameters) => withClient((client) => run(client, statement, parameters)),
    close,
    [Symbol.asyncDispose]: close,
  };
}

interface PoolOptions extends Pick<Knex.PoolConfig, "max" | "acquireTimeoutMillis"> {
  readonly limits: LineLimits;
  /** What its connections tell PostgreSQL's planner, as options of a session. */
  readonly planner?: string;
}

function openPool({ connectionString, schema }: PostgresAddress, { limits, planner = "", ...size }: PoolOptions): Knex {
  const line = lineSettings(limits);
  return knex({
    client: "pg",
    connection: {
      connectionString,
      application_name: `passerelle ${schema}`,
      ...line,
      options: `${line.options} ${planner}`,
    },
    searchPath: [schema],
    pool: {
      min: 0,
      ...size,
      createTimeoutMillis: acquiring,
      afterCreate: (client: Client, done: (error: Error | null, client: Client) => void) => {
        hangUpOnSilence(client, limits);
        done(null, client);
      },
    },
    log: quietLog,
  });
}

/** Whoever may only use a schema that is there may not ask for it to be made. */
async function makeSchema(pool: Knex, schema: string): Promise<void> {
  const isThere = await pool.select(1).from("pg_namespace").where({ nspname: schema }).first();
  if (isThere) return;
  await pool.transaction(async (transaction) => {
    await transaction.raw("SELECT pg_advisory_xact_lock(hashtext(?))", [`passerelle schema ${schema}`]);
    await transaction.raw(`CREATE SCHEMA IF NOT EXISTS "${schema}"`);
  });
}

async function run(client: Client, { name, sql: text }: Statement, parameters: readonly Parameter[] = []) {
  const { rows } = await client.query({ name, text, values: [...parameters] });
  return rows;
}

function connectionOf(client: Client): Connection {
  return {
    run: (statement, parameters) => run(client, statement, parameters),
    query: async (query) => (await client.query(numbered(query), [...query.values])).rows,
  };
}

async function inTransaction<T>(client: Client, work: (connection: Connection) => Promise<T>): Promise<T> {
  await client.query("BEGIN");
  try {
    const result = await work(connectionOf(client));
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

/** The text with `$1`, `$2` … for its placeholders; a question mark in a literal is none. */
function numbered({ text }: Sql): string {
  let place = 0;
  return text.replace(/'(?:[^']|'')*'|\?/g, (found) => (found === "?" ? `$${++place}` : found));
}
