import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createChangeStore } from "../../../server/adapters/sql/changing/change-store.ts";
import { openDatabase } from "../../../server/adapters/sql/database.ts";
import { createRecordReader } from "../../../server/adapters/sql/reading/record-reader.ts";
import { migrate } from "../../../server/adapters/sql/tables/migrate.ts";
import { storeMigrations } from "../../../server/adapters/sql/tables/migrations.ts";
import { eachDatabase } from "../../support/databases.ts";
import { aRecord, creation } from "./change-builder.ts";

const withCode = (code: string) => ({ details: { code } });

eachDatabase((open, place) => {
  test("keeps what it holds over a restart", async () => {
    const { url, remove } = await place();
    const book = aRecord("books", { title: "one" });
    for (const turn of ["first", "second"]) {
      await using database = await openDatabase(url);
      await migrate(database, storeMigrations);
      if (turn === "first") await createChangeStore(database).commit([creation(book)]);
      expect((await createRecordReader(database).get("books", book.id))?.record).toEqual(book);
    }
    await remove();
  });

  test("is migrated once by processes that start together", async () => {
    const { url, remove } = await place();
    const databases = await Promise.all([openDatabase(url), openDatabase(url), openDatabase(url)]);
    await Promise.all(databases.map((database) => migrate(database, storeMigrations)));
    const [database] = databases;
    expect(await database?.knex("migrations").count({ count: "*" })).toMatchObject([
      { count: expect.toSatisfy((count) => Number(count) === storeMigrations.length) },
    ]);
    for (const each of databases) await each.close();
    await remove();
  });

  test("takes all new steps or none", async () => {
    await using database = await open();
    const steps = [
      ...storeMigrations,
      {
        name: "toys-1",
        up: (knex: typeof database.knex) => knex.schema.createTable("toys", (table) => table.text("id")),
      },
      { name: "toys-2", up: () => Promise.reject(new Error("no toys today")) },
    ];
    await expect(migrate(database, steps)).rejects.toThrow("no toys today");
    expect(await database.knex.schema.hasTable("toys")).toBe(false);
    await migrate(database, steps.slice(0, -1));
    expect(await database.knex.schema.hasTable("toys")).toBe(true);
  });

  test("refuses a database that a newer version has changed", async () => {
    await using database = await open([...storeMigrations, { name: "from-the-future", up: async () => {} }]);
    await expect(migrate(database, storeMigrations)).rejects.toMatchObject(withCode("database-is-newer"));
  });

  test("undoes a transaction that fails, and goes on", async () => {
    await using database = await open();
    const insert = {
      name: "insert-setting",
      sql: `INSERT INTO settings (key, value) VALUES (${database.dialect.name === "sqlite" ? "?1" : "$1"}, '1')`,
    };
    const failing = database.transaction(async (connection) => {
      await connection.run(insert, ["a"]);
      await connection.run(insert, ["a"]);
    });
    await expect(failing).rejects.toThrow();
    await database.transaction((connection) => connection.run(insert, ["b"]));
    expect(await database.knex("settings").pluck("key")).toEqual(["b"]);
  });
});

describe("an address", () => {
  test.each(["mysql://x", "sqlite:", "postgres://host/db?schema=Bad Name", "town.db", ""])(
    "that is not understood is refused: %s",
    async (url) => {
      await expect(openDatabase(url)).rejects.toMatchObject(withCode("unsupported-database-url"));
    },
  );

  test("of a server that does not answer is told without its password", async () => {
    const opening = openDatabase("postgres://me:secret@127.0.0.1:1/town");
    await expect(opening).rejects.toMatchObject(withCode("database-not-writable"));
    await expect(opening).rejects.not.toThrow("secret");
  });

  test("of a file that is no database, or no folder, is refused", async () => {
    const folder = await mkdtemp(join(tmpdir(), "passerelle-"));
    const file = join(folder, "notes.txt");
    await writeFile(file, "these are notes, ".repeat(1000));
    await expect(openDatabase(`sqlite:${file}`)).rejects.toMatchObject(withCode("database-not-writable"));
    await expect(openDatabase(`sqlite:${file}/town.db`)).rejects.toMatchObject(withCode("database-not-writable"));
    await rm(folder, { recursive: true });
  });
});
