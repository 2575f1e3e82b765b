import { expect, test } from "vitest";
import { openDatabase } from "../../../server/adapters/sql/database.ts";
import { migrate } from "../../../server/adapters/sql/tables/migrate.ts";
import { storeMigrations } from "../../../server/adapters/sql/tables/migrations.ts";
import { DatabaseLine } from "../../chaos/database-line.ts";
import { postgresPlace } from "../../support/databases.ts";
import { openLibrary } from "../../support/library-office/open-library.ts";
import { newBook, refusalOf } from "../cases/library-story.ts";

test("changes without a key whose commit is not answered are not decided a second time", async () => {
  const place = await postgresPlace();
  await using line = new DatabaseLine(place.url);
  await line.up();
  await using database = await openDatabase(line.url);
  await migrate(database, storeMigrations);
  const library = await openLibrary(database);
  const books = () => library.office.reader.count({ type: "books", where: [] });
  const lost = line.loseNextCommit();
  const refusals = await Promise.all([1, 2, 3].map(() => refusalOf(newBook(library))));
  await lost;
  expect(new Set(refusals.map(({ kind, code }) => `${kind} ${code}`))).toEqual(
    new Set(["unavailable database-unavailable"]),
  );
  expect(await books()).toBe(3);
  await newBook(library);
  expect(await books()).toBe(4);
  await place.remove();
});
