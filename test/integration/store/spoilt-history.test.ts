import { expect, test } from "vitest";
import { Committer } from "../../../server/domain/changes/committer.ts";
import { eachDatabase } from "../../support/databases.ts";
import { aCase, aRecord, creation, next, update } from "./change-builder.ts";
import { openLibrary } from "./open-library.ts";

eachDatabase((open) => {
  test("an entry that somebody had put into a history was a defect for whoever changed the record next", async () => {
    await using library = await openLibrary(open);
    const { database, store, reader } = library;
    const [loan, book, other] = [
      aCase("loans", {}),
      aRecord("books", { title: "A" }),
      aRecord("books", { title: "B" }),
    ];
    await library.write(creation(loan), creation(book), creation(other));
    for (const { id } of [loan, book]) {
      const entry = await database.knex("events").where({ record_id: id, seq: 1 }).first();
      await database.knex("events").insert({ ...entry, seq: 2 });
    }
    const committer = new Committer(store);
    const changes = [
      update(next(loan, { stage: "late" }), { index: null }),
      update(next(book, {})),
      update(next(other, { data: { title: "C" } })),
    ];
    const outcomes = await Promise.allSettled(changes.map((change) => committer.commit(change)));
    const spoilt = { status: "rejected", reason: { details: { kind: "conflict", code: "history-spoilt" } } };
    expect(outcomes).toMatchObject([spoilt, spoilt, { value: { done: true, seq: 2 } }]);
    expect((await reader.get("books", other.id))?.record).toMatchObject({ version: 2, data: { title: "C" } });
    expect((await reader.get("books", book.id))?.record.version).toBe(1);
  });
});
