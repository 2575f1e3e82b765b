import { Socket } from "node:net";
import type { Client } from "pg";

/** How long a line to PostgreSQL waits, in milliseconds. */
export interface LineLimits {
  /** PostgreSQL ends a statement that takes longer, and a transaction in which it is asked nothing for so long. 0: never. */
  readonly statement: number;
  /** The line is given up when nothing comes for so long while something is asked. */
  readonly silence: number;
}

const connecting = 5000;
/** A line on which nothing happens is looked at after so long; whoever does not answer then is gone 10 to 15 seconds later. */
const keepAlive = 10_000;
const longestLockWait = 10_000;
/** What is asked of the line is answered by PostgreSQL, late or with a refusal, before it counts as silent. */
const silentAfter = 1.25;

/** For what people wait for. */
export function shortLine(statement: number): LineLimits {
  return { statement, silence: statement * silentAfter };
}

/** For what takes as long as it takes: tables, indexes, locks held over a start, what a backup reads. */
export const patientLine: LineLimits = { statement: 0, silence: 600_000 };

/** How a connection within these limits is opened; `hangUpOnSilence` belongs to it. */
export function lineSettings({ statement }: LineLimits) {
  return {
    connectionTimeoutMillis: connecting,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAlive,
    statement_timeout: statement,
    lock_timeout: Math.min(longestLockWait, statement / 2),
    idle_in_transaction_session_timeout: statement,
    // The other end looks too: a machine that lost its power holds no lock for longer than that.
    options: "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3",
  };
}

/**
 * Ends a connection, and what is asked on it with `ETIMEDOUT`, once it has been silent for too long. TCP by itself may
 * take a quarter of an hour to notice, and notices nothing where something in between still answers for the database.
 */
export function hangUpOnSilence(client: Client, { silence }: LineLimits): void {
  const { stream } = client.connection;
  if (!(stream instanceof Socket)) return;
  stream.setTimeout(silence).on("timeout", () => {
    const isIdle = "readyForQuery" in client && client.readyForQuery === true;
    if (isIdle && !stream.writableEnded) return;
    stream.destroy(Object.assign(new Error("The database has fallen silent"), { code: "ETIMEDOUT" }));
  });
}
