import { expect, test } from "vitest";
import { PeopleFiles } from "../../../server/adapters/sql/people/people-files.ts";
import { peopleMigrations } from "../../../server/adapters/sql/people/people-migrations.ts";
import { PeopleReads } from "../../../server/adapters/sql/people/people-reads.ts";
import { createActivity } from "../../../server/adapters/sql/stores/activity.ts";
import { createDefinitionStore } from "../../../server/adapters/sql/stores/definition-store.ts";
import { storeMigrations } from "../../../server/adapters/sql/tables/migrations.ts";
import { dailyRetention } from "../../../server/domain/privacy/daily-retention.ts";
import { describeRetention, previewRetention } from "../../../server/domain/privacy/describe-retention.ts";
import { erasePerson } from "../../../server/domain/privacy/erase-person.ts";
import { runRetention, startRetention } from "../../../server/domain/privacy/run-retention.ts";
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
    desk,
    definitions: createDefinitionStore(database),
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
    expect(await run()).toEqual({ due: [], reads: 0, refused: [] });
    await go("2027-04-02T08:00:00.000Z");
    expect(await run(true)).toMatchObject({ due: [{ id: member, isDeleted: true, after: "P30D" }], reads: 1 });
    expect(await run()).toMatchObject({ due: [{ id: member }], reads: 1 });
    expect(await run()).toEqual({ due: [], reads: 0, refused: [] });
    const kept = await database.knex("events").where({ record_id: member });
    expect(JSON.stringify(kept)).not.toContain("Bonheur");
  });

  test("tells the rules in words, what falls under them, what would go and what went", async () => {
    await using archive = await openArchive(open);
    const { make, go, run, desk, as } = archive;
    const long = await make("members", { firstName: "Long", lastName: "Gone", ...card });
    const bookId = await make("books", { title: "Émile", copies: 1 });
    await make("loans", { memberId: long, bookId, dueOn: "2026-04-01" });
    const before = await describeRetention(desk, as("admin"));
    expect(before).toMatchObject({ deleted: { due: 0 }, reads: { due: 0 }, erased: [] });
    expect(before.rules).toEqual([
      {
        type: "members",
        title: "Members",
        kind: "record",
        sentence: "Erase 3 years after the last thing that somebody did with the record, or with what is about it.",
        due: 0,
        drill: null,
      },
    ]);
    await go("2029-04-01T08:00:00.000Z");
    const { rules, nextRun } = await describeRetention(desk, as("admin"));
    expect(rules).toMatchObject([{ due: 1, drill: { type: "members", filter: { id: [long] } } }]);
    expect(nextRun).toBe("2029-04-01T22:00:00.000Z");
    const { gone } = await previewRetention(desk, as("admin"));
    expect(gone).toEqual([
      "Members: 1 erased whole, history included.",
      "Loans: 1 made anonymous, history included.",
      "Tasks: 2 erased whole, history included.",
    ]);
    await run();
    const { erased } = await describeRetention(desk, as("admin", { language: "fr" }));
    expect(erased).toEqual([
      { day: "2029-04-01", type: "members", title: "Adhérents", how: "erased", by: "admin", count: 1 },
      { day: "2029-04-01", type: "loans", title: "Prêts", how: "anonymised", by: "admin", count: 1 },
      { day: "2029-04-01", type: "tasks", title: "Tâches", how: "erased", by: "admin", count: 2 },
    ]);
    expect(await previewRetention(desk, as("admin"))).toMatchObject({ gone: [] });
  });

  test("a run that is asked for has to be confirmed, and tells what becomes of each", async () => {
    await using archive = await openArchive(open);
    const { make, go, desk, as, names } = archive;
    const ids = [
      await make("members", { firstName: "Long", lastName: "Gone" }),
      await make("members", { firstName: "Also", lastName: "Gone" }),
    ];
    await go("2029-04-01T08:00:00.000Z");
    const unsure = startRetention(desk, as("admin"), { confirm: false });
    await expect(unsure).rejects.toMatchObject({ details: { code: "unconfirmed-erasure" } });
    expect(await names()).toHaveLength(2);
    const { total, results } = await startRetention(desk, as("admin"), { confirm: true });
    expect(total).toBe(2);
    const done = [];
    for await (const group of results) done.push(...group);
    expect(done).toEqual(ids.map((id) => ({ type: "members", id, record: { id } })));
    expect(await names()).toEqual([]);
  });

  test("somebody who came back after a run had looked whom it concerns was forgotten all the same", async () => {
    await using archive = await openArchive(open);
    const { make, rename, go, desk, as, names } = archive;
    const bookId = await make("books", { title: "Émile", copies: 1 });
    const renamed = await make("members", { firstName: "Came", lastName: "Back", ...card });
    const reader = await make("members", { firstName: "Reads", lastName: "Again", ...card });
    await make("members", { firstName: "Long", lastName: "Gone", ...card });
    await go("2029-04-01T08:00:00.000Z");
    const { total, results } = await startRetention(desk, as("admin"), { confirm: true });
    expect(total).toBe(3);
    await rename(renamed, "Later");
    await make("loans", { memberId: reader, bookId, dueOn: "2029-05-01" });
    const told: unknown[] = [];
    for await (const group of results) told.push(...group);
    const stays = { error: { details: { code: "used-again" } } };
    expect(told).toMatchObject([
      { ...stays, displayName: "Came Later" },
      { ...stays, displayName: "Reads Again" },
      { record: {} },
    ]);
    expect(await names()).toEqual(["Came Later", "Reads Again"]);
  });

  test("what somebody made about a person while they were being erased kept telling of them", async () => {
    await using archive = await openArchive(open);
    const { make, desk, as, office } = archive;
    const bookId = await make("books", { title: "Émile", copies: 3 });
    const memberId = await make("members", { firstName: "Rosa", lastName: "Bonheur", ...card });
    const lend = () => make("loans", { memberId, bookId, dueOn: "2026-04-01" });
    await lend();
    let isLent = false;
    const follow: typeof office.effects.follow = async (change) => {
      if (change.erase !== undefined && !isLent) {
        isLent = true;
        await lend();
      }
      return office.effects.follow(change);
    };
    const busy = { ...desk, office: { ...office, effects: { ...office.effects, follow } } };
    await erasePerson(busy, as("admin"), { type: "members", id: memberId, confirm: true });
    const { rows } = await office.reader.list({ type: "loans", where: [], sort: [], offset: 0 });
    expect(rows.map(({ record }) => record.erasedAt !== undefined)).toEqual([true, true]);
  });

  test("a rule counts by itself from the day after it was published", async () => {
    await using archive = await openArchive(open);
    const { make, go, desk, definitions, names } = archive;
    await make("members", { firstName: "Long", lastName: "Gone" });
    await go("2029-04-01T08:00:00.000Z");
    const [members] = (await definitions.inForce()).filter(({ id }) => id === "members");
    if (members === undefined) throw new Error("The library has members");
    const { version } = members;
    await definitions.publish([{ ...members, version: version + 1, publishedAt: "2029-04-01T06:00:00.000Z" }]);
    expect(await dailyRetention(desk, definitions)).toMatchObject({ due: [] });
    expect(await names()).toEqual(["Long Gone"]);
    await go("2029-04-02T08:00:00.000Z");
    expect(await dailyRetention(desk, definitions)).toMatchObject({ due: [{ displayName: "Long Gone" }] });
    expect(await names()).toEqual([]);
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
