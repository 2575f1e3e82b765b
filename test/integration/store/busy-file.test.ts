import { expect, test } from "vitest";
import { createChangeStore } from "../../../server/adapters/sql/changing/change-store.ts";
import { openDatabase } from "../../../server/adapters/sql/database.ts";
import { migrate } from "../../../server/adapters/sql/tables/migrate.ts";
import { storeMigrations } from "../../../server/adapters/sql/tables/migrations.ts";
import { sqlitePlace } from "../../support/databases.ts";
import { refusalOf } from "../cases/library-story.ts";
import { aRecord, creation } from "./change-builder.ts";

test("a SQLite file that another process writes to for too long is told as busy, and can be written to afterwards", async () => {
  const place = await sqlitePlace();
  await using ours = await openDatabase(place.url);
  await migrate(ours, storeMigrations);
  await ours.knex.raw("PRAGMA busy_timeout = 20");
  await using theirs = await openDatabase(place.url);
  const store = createChangeStore(ours);
  const change = creation(aRecord("books", { title: "Germinal" }));
  await theirs.transaction(async () => {
    expect(await refusalOf(store.commit([change]))).toMatchObject({ kind: "unavailable", code: "database-busy" });
  });
  expect(await store.commit([change])).toEqual([{ done: true, seq: 1 }]);
  await place.remove();
});
