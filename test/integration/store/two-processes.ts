import { createChangeStore } from "../../../server/adapters/sql/changing/change-store.ts";
import { type Database, openDatabase } from "../../../server/adapters/sql/database.ts";
import { KnownRecords } from "../../../server/adapters/sql/reading/known-records.ts";
import { createRecordReader } from "../../../server/adapters/sql/reading/record-reader.ts";
import { createAuditStore } from "../../../server/adapters/sql/stores/audit-store.ts";
import { migrate } from "../../../server/adapters/sql/tables/migrate.ts";
import { storeMigrations } from "../../../server/adapters/sql/tables/migrations.ts";
import { verifyAudit } from "../../../server/domain/audit/verify-audit.ts";
import type { TestPlace } from "../../support/databases.ts";

/** A store that tells which statements it runs, and whose groups are undone while `isUndoing`. */
function watchedStore(database: Database) {
  const seen = { statements: [] as string[], isUndoing: false };
  const known = new KnownRecords();
  const writing: Database["writing"] = (work) => {
    const watched: typeof work = (connection) =>
      work({
        query: (query) => connection.query(query),
        run: (statement, parameters) => {
          seen.statements.push(statement.name);
          return connection.run(statement, parameters);
        },
      });
    if (!seen.isUndoing) return database.writing(watched);
    return database.transaction(async (connection) => {
      await watched(connection);
      throw new Error("undone");
    });
  };
  const store = createChangeStore({ ...database, writing }, known);
  return { seen, store, reader: createRecordReader(database, known) };
}

/** Two processes at work on one database. */
export async function twoProcesses(makePlace: () => Promise<TestPlace>) {
  const place = await makePlace();
  const ours = await openDatabase(place.url);
  await migrate(ours, storeMigrations);
  const theirs = await openDatabase(place.url);
  return {
    ours: watchedStore(ours),
    theirs: createChangeStore(theirs),
    /** What the database holds, read by someone who knows nothing. */
    stored: createRecordReader(ours),
    brokenLinks: async () => {
      const { findings } = await verifyAudit(createAuditStore(ours), () => undefined);
      return findings.map(({ code }) => code);
    },
    [Symbol.asyncDispose]: async () => {
      await theirs.close();
      await ours.close();
      await place.remove();
    },
  };
}
