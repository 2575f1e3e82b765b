import { expect, test } from "vitest";
import { eachDatabase } from "../../support/databases.ts";
import { aCase, aRecord, creation, deletion, newId, next, reference, update } from "./change-builder.ts";
import { openLibrary } from "./open-library.ts";

eachDatabase((open) => {
  test("keeps one entry for each change", async () => {
    await using library = await openLibrary(open);
    const loan = aCase("loans", { days: 21 });
    const longer = next(loan, { data: { days: 42 }, stage: "out.longer" });
    const entry = {
      at: "2026-03-03T09:00:00.000Z",
      actorId: "bob",
      actorName: "Bob",
      event: "EXTEND",
      from: "out",
      to: "out.longer",
      changes: { days: { from: 21, to: 42 } },
      system: { stage: "out.longer", assigneeId: null },
      note: "asked by phone",
    };
    await library.write(creation(loan));
    await library.write(update(longer, { entry }));
    const history = await library.reader.history("loans", loan.id);
    expect(history.map(({ seq, version, event }) => ({ seq, version, event }))).toEqual([
      { seq: 1, version: 1, event: "create" },
      { seq: 2, version: 2, event: "EXTEND" },
    ]);
    expect(history[1]).toEqual({ seq: 2, version: 2, ...entry });
    expect(await library.reader.history("books", loan.id)).toEqual([]);
  });

  test("answers the records that were asked for, in that order", async () => {
    await using library = await openLibrary(open);
    const [first, second] = [aRecord("books", { title: "one" }), aRecord("books", { title: "two" })];
    await library.write(creation(first), creation(second));
    const found = await library.reader.getMany([second.id, newId(), first.id]);
    expect(found.map(({ record }) => record.id)).toEqual([second.id, first.id]);
    expect(await library.reader.getMany([])).toEqual([]);
  });

  test("tells what changed since a revision", async () => {
    await using library = await openLibrary(open);
    expect(await library.reader.revision("books")).toBe(0);
    const [first, second] = [aRecord("books", { title: "one" }), aRecord("books", { title: "two" })];
    await library.write(creation(first), creation(second), creation(aRecord("readers", {})));
    const before = await library.reader.revision("books");
    expect(await library.reader.changedSince("books", before)).toEqual([]);
    const changed = next(first, { data: { title: "uno" } });
    await library.write(update(changed), deletion(second));
    expect(await library.reader.revision("books")).toBeGreaterThan(before);
    expect(await library.reader.changedSince("books", before)).toEqual([
      { record: changed, label: "uno" },
      { id: second.id, deleted: true },
    ]);
    expect(await library.reader.changedSince("readers", before)).toHaveLength(1);
  });

  test("groups and counts in the database", async () => {
    await using library = await openLibrary(open);
    const [zoe, lea] = [aRecord("readers", { town: "Angers" }), aRecord("readers", {})];
    const loans = [
      { loan: { days: 21, lentOn: "2026-01-30", backOn: "2026-02-02", readerId: zoe.id, paid: true }, by: zoe },
      { loan: { days: 21, lentOn: "2026-01-02", backOn: "2026-01-03", readerId: zoe.id, paid: null }, by: zoe },
      { loan: { days: 42, lentOn: "2026-02-01", readerId: lea.id, nested: { kind: "x" } }, by: lea },
    ];
    await library.write(
      creation(zoe),
      creation(lea),
      ...loans.map(({ loan, by }, place) =>
        creation(
          aCase("loans", loan, { stage: place === 2 ? "back" : "out", assigneeId: place === 0 ? "ada" : null }),
          {
            references: [reference("readerId", by)],
          },
        ),
      ),
    );
    const grouped = async (...groupBy: Parameters<typeof library.reader.aggregate>[2]["groupBy"]) => {
      const rows = await library.reader.aggregate("loans", [], { groupBy });
      return rows.map(({ group, count }) => [...group, count]).sort();
    };
    expect(await grouped("days")).toEqual([
      [21, 2],
      [42, 1],
    ]);
    expect(await grouped({ field: "lentOn", by: "month" }, "stage")).toEqual([
      ["2026-01", "out", 2],
      ["2026-02", "back", 1],
    ]);
    expect(await grouped({ field: "createdAt", by: "year" })).toEqual([["2026", 3]]);
    expect(await grouped("readerId.town")).toEqual([
      [null, 1],
      ["Angers", 2],
    ]);
    expect(await grouped("paid")).toEqual([
      [null, 2],
      [true, 1],
    ]);
    expect(await grouped("nested.kind")).toEqual([
      [null, 2],
      ["x", 1],
    ]);
    expect(await grouped("assigneeId")).toEqual([
      [null, 2],
      ["ada", 1],
    ]);
    expect(await grouped()).toEqual([[3]]);
  });

  test("averages the days between two dates", async () => {
    await using library = await openLibrary(open);
    const dates = [
      { from: "2026-01-01", to: "2026-01-04" },
      { from: "2026-01-01T00:00:00.000Z", to: "2026-01-02T12:00:00.000Z" },
      { from: "2026-01-01" },
      { from: "soon", to: "2026-01-01" },
    ];
    await library.write(...dates.map((data) => creation(aRecord("loans", data))));
    const averageDays = { from: "from", to: "to" };
    expect(await library.reader.aggregate("loans", [], { groupBy: [], averageDays })).toEqual([
      { group: [], count: 4, averageDays: 2.25 },
    ]);
    expect(await library.reader.aggregate("loans", [{ op: "nothing" }], { groupBy: ["from"], averageDays })).toEqual(
      [],
    );
  });
});
