import { expect } from "vitest";
import { createChangeStore } from "../../../server/adapters/sql/changing/change-store.ts";
import { KnownRecords } from "../../../server/adapters/sql/reading/known-records.ts";
import { createRecordReader } from "../../../server/adapters/sql/reading/record-reader.ts";
import { createIncidentStore } from "../../../server/adapters/sql/stores/incident-store.ts";
import { createWorkQueue } from "../../../server/adapters/sql/stores/work-queue.ts";
import { createTypeStorage } from "../../../server/adapters/sql/tables/type-storage.ts";
import type { Change } from "../../../server/domain/changes/change.ts";
import type { Condition, ListQuery } from "../../../server/domain/records/record-reader.ts";
import type { Json } from "../../../server/plugin-api/json.ts";
import type { OpenTestDatabase } from "../../support/databases.ts";

/** An empty library: its tables, and the short ways of these tests to write and list. */
export async function openLibrary(open: OpenTestDatabase) {
  const database = await open();
  const known = new KnownRecords();
  const store = createChangeStore(database, known);
  const reader = createRecordReader(database, known);
  return {
    database,
    store,
    reader,
    queue: createWorkQueue(database),
    incidents: createIncidentStore(database),
    storage: createTypeStorage(database),
    /** Writes changes that must all be accepted. */
    async write(...changes: readonly Change[]): Promise<void> {
      const outcomes = await store.commit(changes);
      expect(outcomes.filter(({ done }) => !done)).toEqual([]);
    },
    /** The titles of the books that a list answers. */
    async titles(where: readonly Condition[], query: Partial<ListQuery> = {}): Promise<readonly Json[]> {
      const page = await reader.list({ type: "books", where, sort: [], offset: 0, limit: 25, ...query });
      return page.rows.map(({ record }) => record.data["title"] ?? null);
    },
    [Symbol.asyncDispose]: () => database.close(),
  };
}
