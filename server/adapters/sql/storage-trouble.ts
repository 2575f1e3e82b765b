import { historySpoilt, storageBusy, storageFull, storageLost } from "../../domain/changes/storage-errors.ts";
import type { DomainError } from "../../domain/domain-error.ts";

const lost: ReadonlySet<unknown> = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "EPIPE", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"],
  // PostgreSQL is shutting down, has crashed, is starting, has no connection left, or has given up a transaction.
  ...["57P01", "57P02", "57P03", "53300", "25P03"],
  "SQLITE_IOERR",
]);
/** Knex writes the statement before them. */
const sentences =
  /(^| - )(Connection terminated|Client has encountered a connection error|Knex: Timeout acquiring|timeout expired)/;
/** PostgreSQL has ended a statement that took too long or waited too long for a lock; another process holds the SQLite file. */
const busy: ReadonlySet<unknown> = new Set(["57014", "55P03", "SQLITE_BUSY"]);
/** SQLite's, PostgreSQL's, and the file system's. */
const full: ReadonlySet<unknown> = new Set(["SQLITE_FULL", "53100", "ENOSPC", "EDQUOT"]);

/** What is told when the database or the disk, not the request, is at fault: the same may well work later. */
export function storageTrouble(error: unknown): DomainError | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? error.code : undefined;
  if (full.has(code)) return storageFull(error);
  if (busy.has(code)) return storageBusy(error);
  return lost.has(code) || sentences.test(error.message) ? storageLost(error) : null;
}

/** What is told when an entry that no change has written stands where one is to be written; null for any other error. */
export function spoiltHistory(error: unknown): DomainError | null {
  if (!(error instanceof Error)) return null;
  const isTaken =
    "table" in error
      ? "code" in error && error.code === "23505" && error.table === "events"
      : isTakenInSqlite(error) && error.message.includes("events.seq");
  return isTaken ? historySpoilt(error) : null;
}

/** SQLite's unique violation. */
export function isTakenInSqlite(error: unknown): error is Error {
  return error instanceof Error && error.message.includes("SQLITE_CONSTRAINT: UNIQUE constraint failed");
}
