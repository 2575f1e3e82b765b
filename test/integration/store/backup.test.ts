import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { backupLines } from "../../../server/adapters/sql/backup/backup-lines.ts";
import { restoreLines } from "../../../server/adapters/sql/backup/restore-lines.ts";
import { type Database, openDatabase } from "../../../server/adapters/sql/database.ts";
import { createRecordReader } from "../../../server/adapters/sql/reading/record-reader.ts";
import { storeMigrations } from "../../../server/adapters/sql/tables/migrations.ts";
import { eachDatabase, makeEveryPlace } from "../../support/databases.ts";
import { fill } from "../../support/volume.ts";
import { openLibrary } from "./open-library.ts";

async function linesOf(database: Database): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of backupLines(database, "2026-03-02T08:00:00.000Z")) lines.push(line);
  return lines;
}

/** Entries and salts, which each database writes alike. */
function historyIn(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => /^\["(events|salts)"/.test(line)).sort();
}

eachDatabase((open, makePlace) => {
  test.each([
    ["no row", '["books", null]'],
    ["a list for a row", '["records", []]'],
    ["a table that there is not", '["nothing", {}]'],
    ["a column that there is not", '["settings", {"key": "a", "value": "1", "nonsense": 1}]'],
    ["a line that is none", '["settings'],
    ["an end too early", '{"end": true, "rows": 7}'],
  ])("a backup with %s was restored, or told as a defect", async (_what, line) => {
    await using library = await openLibrary(open);
    const [header = "", ...others] = await linesOf(library.database);
    const place = await makePlace();
    {
      await using restored = await openDatabase(place.url);
      const restoring = restoreLines(restored, Readable.from([header, line, ...others]), storeMigrations);
      await expect(restoring).rejects.toMatchObject({ details: { code: "broken-backup" } });
      expect(await restored.knex("settings")).toEqual([]);
    }
    await place.remove();
  });

  test("a table of more rows than one statement takes is restored to either database", async () => {
    await using library = await openLibrary(open);
    const ids = await fill(library.store, {
      type: "books",
      count: 2600,
      dataOf: (place) => ({ title: `Book ${place}` }),
    });
    const lines = await linesOf(library.database);
    for (const place of await makeEveryPlace()) {
      {
        await using restored = await openDatabase(place.url);
        expect(await restoreLines(restored, Readable.from(lines), storeMigrations)).toBe(lines.length - 2);
        const reader = createRecordReader(restored);
        expect(await reader.count({ type: "books", where: [] })).toBe(2600);
        expect((await reader.history("books", ids[2599] ?? "")).map(({ event }) => event)).toEqual(["create"]);
        expect(historyIn(await linesOf(restored))).toEqual(historyIn(lines));
      }
      await place.remove();
    }
  });
});
