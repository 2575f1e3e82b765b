import { expect, test } from "vitest";
import { deleteRecord } from "../../../server/domain/records/delete-record.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { createMemoryRecords } from "../../../server/plugin-api/testing/index.ts";
import { createRecordAccess } from "../../../server/plugin-host/record-access.ts";
import { eachDatabase } from "../../support/databases.ts";
import { openLibrary } from "../../support/library-office/open-library.ts";
import { idOf, newBook, newLoan, newMember, refusalOf } from "../cases/library-story.ts";

eachDatabase((open) => {
  test("plugins read flat records in the filters and sorts of the lists", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const records = createRecordAccess(library.office);
    const zola = await newBook(library, { shelf: "novels", boughtOn: "2025-01-31" });
    await newBook(library, { title: "Zoo", shelf: "science", boughtOn: "2025-01-02" });
    await newBook(library, { title: "Arbre", boughtOn: "2025-02-01" });
    expect(await records.get("books", idOf(zola))).toMatchObject({ id: idOf(zola), version: 1, title: "Germinal" });
    expect(await records.get("books", "nothing")).toBeNull();
    const listed = await records.list("books", { filter: { boughtOn_lte: "2025-01-31" }, sort: ["title", "DESC"] });
    expect(listed.map(({ title }) => title)).toEqual(["Zoo", "Germinal"]);
    expect(await records.count("books", { shelf: ["novels", "science"] })).toBe(2);
    expect(await refusalOf(records.count("books", { colour: "red" }))).toMatchObject({ code: "unknown-filter" });
    expect(await refusalOf(records.list("nothing"))).toMatchObject({ code: "unknown-type" });
  });

  test("groups are counted in the database, by month and along a reference, as the memory of plugin tests does", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const records = createRecordAccess(library.office);
    const memberId = idOf(await newMember(library, { lastName: "Roux" }));
    await newLoan(library, { memberId, dueOn: "2026-03-23" });
    await newLoan(library, { memberId, dueOn: "2026-03-30" });
    await newLoan(library, { dueOn: "2026-04-02" });
    const memory = createMemoryRecords({ loans: await records.list("loans"), members: await records.list("members") });
    const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();
    for (const groupBy of [["stage"], [{ field: "dueOn", by: "month" } as const], ["memberId.lastName"], []]) {
      const query = { filter: { status: "active" }, groupBy };
      expect(sorted(await records.aggregate("loans", query))).toEqual(sorted(await memory.aggregate("loans", query)));
    }
  });

  test("every record is walked through in batches, and what changed since is told, tombstones too", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const records = createRecordAccess(library.office);
    const first = await newBook(library);
    const revision = await records.revision("books");
    const second = await newBook(library, { title: "Nana" });
    await deleteRecord(library.office, library.as("librarian"), { type: "books", id: idOf(first) });
    const walked: JsonObject[] = [];
    for await (const batch of records.each("books")) walked.push(...batch);
    expect(walked.map(idOf)).toEqual([idOf(second)]);
    expect(await records.revision("books")).toBeGreaterThan(revision);
    expect(await records.changedSince("books", revision)).toEqual(
      expect.arrayContaining([{ id: idOf(first), deleted: true }, expect.objectContaining({ title: "Nana" })]),
    );
    expect(await records.changedSince("books", await records.revision("books"))).toEqual([]);
  });
});
