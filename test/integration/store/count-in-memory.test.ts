import fc from "fast-check";
import { expect, test } from "vitest";
import { CountInMemory } from "../../../server/adapters/sql/figures/count-in-memory.ts";
import { aggregateRecords } from "../../../server/adapters/sql/reading/aggregate-records.ts";
import type { Condition, FieldRef } from "../../../server/domain/records/record-reader.ts";
import { eachDatabase } from "../../support/databases.ts";
import { aCase, aRecord, creation, deletion, next, update } from "./change-builder.ts";
import { booksType } from "./library-types.ts";
import { openLibrary } from "./open-library.ts";

const lentOn: FieldRef = { name: "lentOn", kind: "date" };
const stage: FieldRef = { name: "stage", kind: "system" };
const days = ["2025-12-31", "2026-01-05", "2026-02-28", null];
const stages = ["out.reading", "out.overdue", "outside", "back"];

const condition = fc.oneof<fc.Arbitrary<Condition>[]>(
  fc.record({
    op: fc.constantFrom("eq", "neq", "lt", "lte", "gt", "gte"),
    field: fc.constant(lentOn),
    value: fc.constantFrom("2026-01-05", "2026-01", ""),
  }),
  fc.record({ op: fc.constant("in"), field: fc.constant(stage), values: fc.subarray([...stages, "lost"]) }),
  fc.record({ op: fc.constant("null"), field: fc.constant(lentOn), is: fc.boolean() }),
  fc.record({ op: fc.constant("stage"), path: fc.constantFrom("out", "out.reading", "back", "o") }),
);
const groupings = fc.subarray(["stage", "paid", "days", { field: "lentOn", by: "month" } as const], { maxLength: 3 });

eachDatabase((open) => {
  test("counts in memory what the database counts, whatever changed in between", async () => {
    await using library = await openLibrary(open);
    const counts = new CountInMemory(library.database);
    const loans = Array.from({ length: 24 }, (_, number) => {
      const lent = days[number % days.length] ?? null;
      const data = { days: number % 3, paid: number % 2 === 0, ...(lent === null ? {} : { lentOn: lent }) };
      return { ...aCase("loans", data), stage: stages[number % 3] ?? "back" };
    });
    await library.write(...loans.slice(0, 12).map((loan) => creation(loan)));
    const same = async (
      where: readonly Condition[],
      groupBy: Parameters<typeof library.reader.aggregate>[2]["groupBy"],
    ) => {
      const query = { type: "loans", where, groupBy };
      const inMemory = await counts.aggregate(query);
      const expected = await aggregateRecords(library.database, query);
      expect(inMemory).toHaveLength(expected.length);
      expect(inMemory).toEqual(expect.arrayContaining([...expected]));
    };
    await same([], ["stage", "paid"]);
    await library.write(...loans.slice(12).map((loan) => creation(loan)));
    const [first, second] = loans;
    if (first === undefined || second === undefined) throw new Error("There are loans");
    await library.write(update(next(first, { stage: "back", data: { days: 9 } })), deletion(second));
    await fc.assert(fc.asyncProperty(fc.array(condition, { maxLength: 3 }), groupings, same), { numRuns: 60 });
  });

  test("reads fields off their indexes as they are in the records, of whatever kind", async () => {
    await using library = await openLibrary(open);
    await library.storage.prepare([booksType()]);
    const books = [
      {
        title: "Été",
        shelf: "A",
        pages: 1,
        rare: true,
        boughtOn: "2026-01-05",
        tags: ["new"],
        author: { name: "Sand" },
      },
      { title: 'Quote " and \\ slash', shelf: "A", pages: 1, rare: false, boughtOn: "2026-01-31", tags: [] },
      { title: "Of an earlier definition", shelf: 3, pages: "many", rare: "yes", boughtOn: "January" },
      { title: "Empty" },
    ].map((data) => aRecord("books", data));
    await library.write(...books.map((book) => creation(book)));
    const [gone] = books;
    if (gone === undefined) throw new Error("There are books");
    await library.write(creation(aRecord("books", { ...gone.data, title: "Gone" })), deletion(gone));
    const fields = ["title", "shelf", "pages", "rare", "boughtOn", "tags", "author.name", "createdAt"];
    const groupings = [...fields, { field: "boughtOn", by: "month" } as const, { field: "title", by: "year" } as const];
    for (const grouping of groupings) {
      const query = { type: "books", where: [], groupBy: [grouping] };
      const inMemory = await new CountInMemory(library.database).aggregate(query);
      const expected = await aggregateRecords(library.database, query);
      expect(inMemory, JSON.stringify(grouping)).toHaveLength(expected.length);
      expect(inMemory).toEqual(expect.arrayContaining([...expected]));
    }
  });

  test("leaves to the database what it cannot say of a record's own values", async () => {
    await using library = await openLibrary(open);
    const counts = new CountInMemory(library.database);
    const number: Condition = { op: "gte", field: { name: "days", kind: "number" }, value: 1 };
    const query = { type: "loans", where: [], groupBy: [] };
    expect(await counts.aggregate({ ...query, groupBy: ["readerId.town"] })).toBeNull();
    expect(await counts.aggregate({ ...query, averageDays: { from: "a", to: "b" } })).toBeNull();
    expect(await counts.aggregate({ ...query, where: [number] })).toBeNull();
    expect(await counts.aggregate(query)).toEqual([{ group: [], count: 0 }]);
  });
});
