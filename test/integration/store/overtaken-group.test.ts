import { expect, test } from "vitest";
import { createChangeStore } from "../../../server/adapters/sql/change-store.ts";
import { openDatabase } from "../../../server/adapters/sql/database.ts";
import { migrate } from "../../../server/adapters/sql/migrate.ts";
import { storeMigrations } from "../../../server/adapters/sql/migrations.ts";
import { createRecordReader } from "../../../server/adapters/sql/record-reader.ts";
import type { Connection } from "../../../server/adapters/sql/statement.ts";
import { sqlitePlace } from "../../support/databases.ts";
import { aRecord, creation, next, update } from "./change-builder.ts";

test("a group that another process overtakes between its facts and its writing is judged again", async () => {
  const place = await sqlitePlace();
  await using ours = await openDatabase(place.url);
  await migrate(ours, storeMigrations);
  await using theirs = await openDatabase(place.url);
  const book = aRecord("books", { title: "Germinal" });
  await createChangeStore(ours).commit([creation(book)]);

  let isOvertaken = false;
  const overtaken = (connection: Connection): Connection => ({
    query: (query) => connection.query(query),
    run: async (statement, parameters) => {
      const rows = await connection.run(statement, parameters);
      if (statement.name !== "facts" || isOvertaken) return rows;
      isOvertaken = true;
      const faster = update(next(book, { data: { title: "Nana" } }));
      expect(await createChangeStore(theirs).commit([faster])).toEqual([{ done: true, seq: 2 }]);
      return rows;
    },
  });
  const store = createChangeStore({ ...ours, writing: (work) => ours.writing((one) => work(overtaken(one))) });
  const other = aRecord("books", { title: "L’Argent" });
  expect(await store.commit([update(next(book, { data: { title: "La Terre" } })), creation(other)])).toEqual([
    { done: false, why: "conflict", version: 2 },
    { done: true, seq: 1 },
  ]);
  const found = await createRecordReader(ours).getMany([book.id, other.id]);
  expect(found.map(({ record }) => record.data["title"])).toEqual(["Nana", "L’Argent"]);
  await place.remove();
});
