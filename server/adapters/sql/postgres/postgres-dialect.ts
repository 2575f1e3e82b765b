import type { Dialect } from "../dialect.ts";
import { postgresChanges } from "./postgres-changes.ts";
import { postgresExpressions } from "./postgres-expressions.ts";
import { postgresFieldPlans } from "./postgres-indexes.ts";
import { postgresQueue } from "./postgres-queue.ts";
import { postgresReads } from "./postgres-reads.ts";
import { createPostgresTables } from "./postgres-tables.ts";

/** Unique violation, serialization failure, deadlock. */
const retryableCodes: readonly unknown[] = ["23505", "40001", "40P01"];

/** What was written last waits in a list beside each inverted index, which every search reads to its end. */
const emptyPendingLists = `SELECT gin_clean_pending_list(indexrelid) FROM pg_index
  JOIN pg_class ON pg_class.oid = indexrelid JOIN pg_am ON pg_am.oid = relam
  WHERE indrelid = 'records'::regclass AND amname = 'gin'`;

/** PostgreSQL 14 or later. */
export const postgresDialect: Dialect = {
  name: "postgres",
  rowsOf: (answer) => (typeof answer === "object" && answer !== null && "rows" in answer ? rowsIn(answer.rows) : []),
  isRetryable: (error) =>
    typeof error === "object" && error !== null && "code" in error && retryableCodes.includes(error.code),
  changes: postgresChanges,
  queue: postgresQueue,
  reads: postgresReads,
  expressions: postgresExpressions,
  tables: {
    create: createPostgresTables,
    lockForMigration: async (transaction) => {
      await transaction.raw("SELECT pg_advisory_xact_lock(hashtext('passerelle ' || current_schema()))");
    },
    systemPlans: () => [],
    fieldPlans: postgresFieldPlans,
    refreshStatistics: async (knex) => {
      await knex.raw("ANALYZE records");
      await knex.raw(emptyPendingLists);
    },
    hasTable: async (knex, name) =>
      (await knex("pg_tables").where({ tablename: name }).whereRaw("schemaname = current_schema()").first()) !==
      undefined,
    encodeWords: (words) => words.map((word) => `'${word.replace(/['\\]/g, "$&$&")}'`).join(" "),
  },
};

function rowsIn(rows: unknown) {
  return Array.isArray(rows) ? rows : [];
}
