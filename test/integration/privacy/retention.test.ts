import { expect, test } from "vitest";
import { storeMigrations } from "../../../server/adapters/sql/migrations.ts";
import { PeopleFiles } from "../../../server/adapters/sql/people-files.ts";
import { peopleMigrations } from "../../../server/adapters/sql/people-migrations.ts";
import { PeopleReads } from "../../../server/adapters/sql/people-reads.ts";
import { createActivity } from "../../../server/adapters/sql/sql-activity.ts";
import { runRetention } from "../../../server/domain/privacy/run-retention.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { deleteRecord } from "../../../server/domain/records/delete-record.ts";
import { updateRecord } from "../../../server/domain/records/update-record.ts";
import { moveClock } from "../../../server/domain/timers/move-clock.ts";
import { eachDatabase, type OpenTestDatabase } from "../../support/databases.ts";
import { openLibrary } from "../../support/library-office/open-library.ts";

async function openArchive(open: OpenTestDatabase) {
  const database = await open([...storeMigrations, ...peopleMigrations]);
  const library = await openLibrary(database);
  const { office, clock } = library;
  const readLog = new PeopleReads(database);
  const vault = {
    store: () => Promise.reject(new Error("no files here")),
    open: async () => null,
    remove: async () => {},
  };
  const files = { index: new PeopleFiles(database), vault, now: () => clock.now(), newId: office.newId };
  const desk = { office, files, readLog, activity: createActivity(database) };
  const librarian = library.as("librarian");
  return {
    ...library,
    database,
    readLog,
    make: async (type: string, data: object) => String((await createRecord(office, librarian, { type, data }))["id"]),
    rename: (id: string, lastName: string) =>
      updateRecord(office, librarian, { type: "members", id, data: { lastName } }),
    remove: (type: string, id: string) => deleteRecord(office, librarian, { type, id }),
    go: (to: string) => moveClock(office, clock, to),
    run: (dryRun = false) => runRetention(desk, library.as("admin"), { dryRun }),
    names: async () => {
      const { rows } = await office.reader.list({ type: "members", where: [], sort: [], offset: 0 });
      return rows.map(({ label }) => label).sort();
    },
    [Symbol.asyncDispose]: () => database.close(),
  };
}

const card = { cardUntil: "2199-01-01" };

eachDatabase((open) => {
  test("forgets who has not been seen for as long as the rule says, and nobody else", async () => {
    await using archive = await openArchive(open);
    const { make, rename, go, run, names, office } = archive;
    const bookId = await make("books", { title: "Émile", copies: 1 });
    const still = await make("members", { firstName: "Long", lastName: "Gone", bornOn: "2016-01-01", ...card });
    const renamed = await make("members", { firstName: "Came", lastName: "Back", ...card });
    const reader = await make("members", { firstName: "Still", lastName: "Reading", ...card });
    await go("2027-06-01T08:00:00.000Z");
    await rename(renamed, "Later");
    await make("loans", { memberId: reader, bookId, dueOn: "2027-07-01" });
    expect(await run()).toMatchObject({ due: [] });
    await go("2029-04-01T08:00:00.000Z");
    const tried = await run(true);
    expect(tried.due).toEqual([
      { type: "members", id: still, title: "Members", displayName: "Long Gone", after: "P3Y", isDeleted: false },
    ]);
    expect(await names()).toEqual(["Came Later", "Long Gone", "Still Reading"]);
    expect(await run()).toEqual(tried);
    expect(await names()).toEqual(["Came Later", "Still Reading"]);
    expect((await office.reader.history("members", still)).at(-1)?.event).toBe("erase");
    expect((await run()).due).toEqual([]);
    await go("2030-07-01T08:00:00.000Z");
    await run();
    expect(await names()).toEqual([]);
    const loans = await office.reader.list({ type: "loans", where: [], sort: [], offset: 0 });
    expect(loans.rows.map(({ record }) => record.erasedAt !== undefined)).toEqual([true]);
  });

  test("forgets what was deleted a month ago, and reads of a year ago", async () => {
    await using archive = await openArchive(open);
    const { make, remove, go, run, readLog, database } = archive;
    const member = await make("members", { firstName: "Rosa", lastName: "Bonheur" });
    await remove("members", member);
    const read = { actorId: "ada", actorName: "Ada", type: "members", recordId: member, how: "record" } as const;
    await readLog.append([{ ...read, at: "2026-03-02T08:00:00.000Z" }]);
    await readLog.append([{ ...read, at: "2027-01-15T08:00:00.000Z" }]);
    await go("2026-03-20T08:00:00.000Z");
    expect(await run()).toEqual({ due: [], reads: 0 });
    await go("2027-04-02T08:00:00.000Z");
    expect(await run(true)).toMatchObject({ due: [{ id: member, isDeleted: true, after: "P30D" }], reads: 1 });
    expect(await run()).toMatchObject({ due: [{ id: member }], reads: 1 });
    expect(await run()).toEqual({ due: [], reads: 0 });
    const kept = await database.knex("events").where({ record_id: member });
    expect(JSON.stringify(kept)).not.toContain("Bonheur");
  });

  test("is for administrators", async () => {
    await using archive = await openArchive(open);
    const { office } = archive;
    const desk = { office, files: {}, readLog: archive.readLog, activity: createActivity(archive.database) };
    const run = runRetention(desk as unknown as Parameters<typeof runRetention>[0], archive.as("librarian"), {
      dryRun: true,
    });
    await expect(run).rejects.toMatchObject({ details: { code: "administrators-only" } });
  });
});
