import type { Dialect } from "../dialect.ts";
import { isTakenInSqlite } from "../storage-trouble.ts";
import { ftsToken } from "./fts-token.ts";
import { isOvertaken, sqliteChanges } from "./sqlite-changes.ts";
import { sqliteExpressions } from "./sqlite-expressions.ts";
import { sqliteFieldPlans, sqliteSystemPlans } from "./sqlite-indexes.ts";
import { sqliteQueue } from "./sqlite-queue.ts";
import { sqliteReads } from "./sqlite-reads.ts";
import { createSqliteTables } from "./sqlite-tables.ts";

/** SQLite 3.43 or later, with JSON and FTS5, as the `sqlite3` package builds it. */
export const sqliteDialect: Dialect = {
  name: "sqlite",
  rowsOf: (answer) => (Array.isArray(answer) ? answer : []),
  isRetryable: (error) => isOvertaken(error) || isTakenInSqlite(error),
  changes: sqliteChanges,
  queue: sqliteQueue,
  reads: sqliteReads,
  expressions: sqliteExpressions,
  tables: {
    create: createSqliteTables,
    lockForMigration: async (transaction) => {
      await transaction.raw("PRAGMA user_version = 1");
    },
    systemPlans: sqliteSystemPlans,
    fieldPlans: sqliteFieldPlans,
    refreshStatistics: async (knex) => {
      await knex.raw("PRAGMA analysis_limit = 400");
      await knex.raw("ANALYZE records");
    },
    hasTable: async (knex, name) => (await knex("sqlite_master").where({ type: "table", name }).first()) !== undefined,
    encodeWords: (words) => words.map(ftsToken).join(" "),
  },
};
