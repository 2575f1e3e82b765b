import { expect, test } from "vitest";
import { assignMany } from "../../../server/domain/cases/assign-many.ts";
import { caseloadOf, handOver } from "../../../server/domain/cases/hand-over.ts";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { sendEventToMany } from "../../../server/domain/cases/send-event-to-many.ts";
import type { Bulk } from "../../../server/domain/records/bulk/one-by-one.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { deleteMany } from "../../../server/domain/records/delete-many.ts";
import { readRecord } from "../../../server/domain/records/read-record.ts";
import { eachDatabase } from "../../support/databases.ts";
import { type Library, openLibrary } from "../../support/library-office/open-library.ts";
import { idOf, newBook, newLoan, refusalOf } from "./library-story.ts";

const returned = { type: "RETURN", payload: { condition: "good" } };

/** What became of each: the stage that it is in, or the code of its refusal after its name. */
async function told(bulk: Bulk): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const group of bulk.results) {
    for (const one of group) {
      if ("error" in one) all.push(`${one.displayName}: ${one.error.details.code}`);
      else all.push(String(one.record["stage"]));
    }
  }
  return all;
}

function sendToMany(library: Library, body: unknown, key?: string): Promise<Bulk> {
  return sendEventToMany(library.office, library.as("desk"), { type: "loans", body, key });
}

eachDatabase((open) => {
  test("one event goes to many cases; one that refuses it stops no other, and is named", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const loans = [await newLoan(library), await newLoan(library), await newLoan(library)];
    await told(await sendToMany(library, { ids: [idOf(loans[1] ?? {})], ...returned }));
    const bulk = await sendToMany(library, { ids: [...loans.map(idOf), "nobody"], ...returned });
    expect(bulk.total).toBe(4);
    const twice = await sendToMany(library, { ids: [idOf(loans[1] ?? {}), idOf(loans[1] ?? {})], ...returned });
    expect(twice.total).toBe(1);
    expect(await told(bulk)).toEqual([
      "returned",
      "Jeanne Roux – Germinal (Émile Zola): not-in-stage",
      "returned",
      "nobody: unknown-record",
    ]);
  });

  test("an event goes to all that a filter finds, and once to each under one key", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    await newLoan(library);
    const second = await newLoan(library);
    const filter = { stage: "out" };
    expect(await told(await sendToMany(library, { filter, type: "SUSPEND" }, "night"))).toEqual([
      "suspended",
      "suspended",
    ]);
    const again = await sendToMany(library, { filter, type: "SUSPEND" }, "night");
    expect(await told(again)).toEqual(["suspended", "suspended"]);
    expect(await readRecord(library.office, library.as("desk"), { type: "loans", id: idOf(second) })).toMatchObject({
      version: 2,
    });
  });

  test("a bulk of which every case refused was carried out under its key when it came again with something else", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const loans = [await newLoan(library), await newLoan(library)].map(idOf);
    const refused = { ids: loans, type: "RESUME" };
    const name = "Jeanne Roux – Germinal (Émile Zola): not-in-stage";
    expect(await told(await sendToMany(library, refused, "morning"))).toEqual([name, name]);
    const reused = await refusalOf(sendToMany(library, { ids: loans, ...returned }, "morning"));
    expect(reused).toMatchObject({ kind: "invalid", code: "idempotency-key-reused" });
    await told(await sendToMany(library, { ids: loans, type: "SUSPEND" }));
    expect(await told(await sendToMany(library, refused, "morning"))).toEqual(["out.reading", "out.reading"]);
    const alone = sendEvent(library.office, library.as("desk"), {
      type: "loans",
      id: loans[0] ?? "",
      body: returned,
      key: "morning",
    });
    expect((await refusalOf(alone)).code).toBe("idempotency-key-reused");
  });

  test("of two bulks at once under one key, one is carried out", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const loans = [await newLoan(library), await newLoan(library)].map(idOf);
    const bulks = loans.map(async (id) => told(await sendToMany(library, { ids: [id], ...returned }, "noon")));
    const outcomes = await Promise.allSettled(bulks);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("many records are deleted, once under one key; one that is referred to stays, and stops no other", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const lent = String((await newLoan(library))["bookId"]);
    const free = idOf(await newBook(library));
    const body = { ids: [lent, free, "nobody"] };
    const remove = (who: string) => deleteMany(office, library.as(who), { type: "books", body, key: "clearing" });
    const codes = async (bulk: Bulk) => {
      const all: string[] = [];
      for await (const group of bulk.results)
        all.push(...group.map((one) => ("error" in one ? one.error.details.code : "gone")));
      return all;
    };
    expect(await refusalOf(remove("desk"))).toMatchObject({ kind: "forbidden", code: "may-not-delete" });
    expect(await codes(await remove("librarian"))).toEqual(["referred-to", "gone", "unknown-record"]);
    expect(await codes(await remove("librarian"))).toEqual(["referred-to", "gone", "unknown-record"]);
    expect(await refusalOf(readRecord(office, library.as("desk"), { type: "books", id: free }))).toMatchObject({
      code: "unknown-record",
    });
  });

  test("a case that its database had spoilt broke a whole bulk off, and nobody was told what was done", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const loans = [await newLoan(library), await newLoan(library), await newLoan(library)].map(idOf);
    await database
      .knex("records")
      .where({ id: loans[1] })
      .update({ state: JSON.stringify("nowhere") });
    const bulk = await sendToMany(library, { ids: loans, ...returned });
    expect(await told(bulk)).toEqual(["returned", "Jeanne Roux – Germinal (Émile Zola): broke-alone", "returned"]);
    expect(library.logged).toMatchObject([{ details: { type: "loans", record: loans[1], code: "defect" } }]);
  });

  test("too many, none, and what is no case are refused before anything is done", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const code = async (body: unknown) => (await refusalOf(sendToMany(library, body))).code;
    expect(await code({ ids: [], ...returned })).toBe("too-many-cases");
    expect(await code(returned)).toBe("too-many-cases");
    expect(await code({ filter: { stage: "lost" }, ...returned })).toBe("too-many-cases");
    expect(await code({ filter: { nothing: 1 }, ...returned })).toBe("unknown-filter");
    const books = sendEventToMany(library.office, library.as("desk"), { type: "books", body: { ids: ["x"] } });
    expect(await refusalOf(books)).toMatchObject({ kind: "not-found", code: "not-a-workflow" });
  });

  test("a whole caseload goes from one to another: open cases and open tasks, each with its history", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const caller = library.as("librarian");
    const mine = [await newLoan(library), await newLoan(library)];
    const closed = await newLoan(library);
    const ids = [...mine, closed].map(idOf);
    const task = { title: "Call", assigneeId: "desk", dueOn: "2026-03-04" };
    const { id: taskId } = await createRecord(office, library.as("admin"), { type: "tasks", data: task });
    await told(await assignMany(office, caller, { type: "loans", body: { ids, assigneeId: "desk" } }));
    await told(await sendToMany(library, { ids: [idOf(closed)], ...returned }));

    const stillOpen = () => caseloadOf(office, library.as("admin"), "desk");
    expect(await stillOpen()).toBe(3);
    const bulk = await handOver(office, library.as("admin"), { from: "desk", body: { to: "librarian" } });
    expect(bulk.total).toBe(3);
    await told(bulk);
    expect(await stillOpen()).toBe(0);
    const follower = async (type: string, id: string) =>
      (await readRecord(office, library.as("admin"), { type, id }))["assigneeId"];
    expect(await follower("loans", idOf(mine[0] ?? {}))).toBe("librarian");
    expect(await follower("loans", idOf(closed))).toBe("desk");
    expect(await follower("tasks", String(taskId))).toBe("librarian");
    const nobodyHere = handOver(office, library.as("admin"), { from: "desk", body: { to: "stranger" } });
    expect(await refusalOf(nobodyHere)).toMatchObject({ code: "unknown-assignee" });
    expect(await refusalOf(handOver(office, caller, { from: "desk", body: {} }))).toMatchObject({
      code: "malformed-assignment",
    });
  });

  test("a case that was given to somebody else during a hand-over was taken from them again", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const caller = library.as("admin");
    const ids = [await newLoan(library), await newLoan(library)].map(idOf);
    const [kept = "", given = ""] = ids;
    const give = (one: string, assigneeId: string) =>
      assignMany(office, caller, { type: "loans", body: { ids: [one], assigneeId } }).then(told);
    await give(kept, "desk");
    await give(given, "desk");
    const bulk = await handOver(office, caller, { from: "desk", body: { to: "librarian" }, key: "holiday" });
    await give(given, "admin");
    expect(await told(bulk)).toEqual(["out.reading", "Jeanne Roux – Germinal (Émile Zola): followed-by-another"]);
    const followers = async () =>
      Promise.all(ids.map(async (id) => (await readRecord(office, caller, { type: "loans", id }))["assigneeId"]));
    expect(await followers()).toEqual(["librarian", "admin"]);
    await give(kept, "admin");
    const again = await handOver(office, caller, { from: "desk", body: { to: "librarian" }, key: "holiday" });
    expect(await told(again)).toEqual(["out.reading"]);
    expect(await followers()).toEqual(["admin", "admin"]);
  });
});
