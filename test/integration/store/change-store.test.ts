import { expect, test } from "vitest";
import { createChangeStore } from "../../../server/adapters/sql/changing/change-store.ts";
import { createRecordReader } from "../../../server/adapters/sql/reading/record-reader.ts";
import type { Connection } from "../../../server/adapters/sql/statement.ts";
import { eachDatabase } from "../../support/databases.ts";
import { aCase, aRecord, creation, deletion, newId, next, reference, update } from "./change-builder.ts";
import { openLibrary } from "./open-library.ts";

const later = "2026-04-01T08:00:00.000Z";

eachDatabase((open) => {
  test("reads back what it wrote", async () => {
    await using town = await openLibrary(open);
    const book = aRecord("books", {
      title: "L'Été",
      pages: 180.5,
      lent: false,
      tags: ["essay"],
      author: { born: null, name: "Camus" },
    });
    const loan = aCase(
      "loans",
      { days: 21 },
      {
        state: { out: "late" },
        remembered: { out: ["out.late"] },
        armed: { t: later },
        stage: "out.late",
        dueAt: later,
      },
    );
    expect(await town.store.commit([creation(book), creation(loan)])).toEqual([
      { done: true, seq: 1 },
      { done: true, seq: 1 },
    ]);
    expect(await town.reader.get("books", book.id)).toEqual({ record: book, label: "L'Été" });
    expect(await town.reader.get("loans", loan.id)).toEqual({ record: loan, label: "" });
    expect(await town.reader.get("loans", book.id)).toBeNull();
  });

  test("judges each change of a group on its own", async () => {
    await using town = await openLibrary(open);
    const [first, second, third] = ["one", "two", "three"].map((title) => aRecord("books", { title }));
    if (!first || !second || !third) throw new Error("three books");
    await town.store.commit([first, second, third].map((book) => creation(book)));
    const outcomes = await town.store.commit([
      update(next(first, { data: { title: "uno" } })),
      update({ ...second, version: 7, data: { title: "due" } }),
      update(next(aRecord("books", { title: "none" }), {})),
      creation(third),
      update(next(third, { type: "readers" })),
    ]);
    expect(outcomes).toEqual([
      { done: true, seq: 2 },
      { done: false, why: "conflict", version: 1 },
      { done: false, why: "missing" },
      { done: false, why: "conflict", version: 1 },
      { done: false, why: "missing" },
    ]);
    const books = await town.reader.getMany([first.id, second.id, third.id]);
    expect(books.map(({ record }) => record.data["title"])).toEqual(["uno", "two", "three"]);
  });

  test("tells the version that another writer came to first", async () => {
    await using town = await openLibrary(open);
    const book = aRecord("books", { title: "one" });
    await town.store.commit([creation(book)]);
    const outcomes = await Promise.all(
      ["a", "b", "c"].map((title) => town.store.commit([update(next(book, { data: { title } }))])),
    );
    const [done, ...refused] = outcomes.flat().sort((a, b) => Number(b.done) - Number(a.done));
    expect(done).toEqual({ done: true, seq: 2 });
    expect(refused).toEqual([
      { done: false, why: "conflict", version: 2 },
      { done: false, why: "conflict", version: 2 },
    ]);
    expect(await town.reader.history("books", book.id)).toHaveLength(2);
  });

  test("two writers who make the same record make it once", async () => {
    await using town = await openLibrary(open);
    const book = aRecord("books", { title: "one" });
    const outcomes = await Promise.all([town.store.commit([creation(book)]), town.store.commit([creation(book)])]);
    expect(outcomes.flat().filter((outcome) => outcome.done)).toHaveLength(1);
    expect(outcomes.flat()).toContainEqual({ done: false, why: "conflict", version: 1 });
  });

  test("refuses a reference to what is not there, of another type, or deleted", async () => {
    await using town = await openLibrary(open);
    const reader = aRecord("readers", { name: "Zoé" });
    const gone = aRecord("readers", { name: "Léa" });
    await town.store.commit([creation(reader), creation(gone)]);
    await town.store.commit([deletion(gone)]);
    const unknown = { field: "readerId", type: "readers", id: newId() };
    const wrongType = { field: "bookId", type: "books", id: reader.id };
    const loanTo = (references: Parameters<typeof creation>[1]) => creation(aCase("loans", {}), references);
    expect(
      await town.store.commit([
        loanTo({ references: [reference("readerId", reader)] }),
        loanTo({ references: [unknown] }),
        loanTo({ references: [wrongType] }),
        loanTo({ references: [reference("readerId", gone)] }),
      ]),
    ).toEqual([
      { done: true, seq: 1 },
      { done: false, why: "dangling", reference: unknown },
      { done: false, why: "dangling", reference: wrongType },
      { done: false, why: "dangling", reference: reference("readerId", gone) },
    ]);
  });

  test("takes the changes of a group in their order", async () => {
    await using town = await openLibrary(open);
    const reader = aRecord("readers", { name: "Zoé" });
    const early = creation(aCase("loans", {}), { references: [reference("readerId", reader)] });
    const inTime = creation(aCase("loans", {}), { references: [reference("readerId", reader)] });
    expect((await town.store.commit([early, creation(reader), inTime])).map(({ done }) => done)).toEqual([
      false,
      true,
      true,
    ]);
    const other = aRecord("readers", { name: "Léa" });
    await town.store.commit([creation(other)]);
    const late = creation(aCase("loans", {}), { references: [reference("readerId", other)] });
    expect((await town.store.commit([deletion(other), late])).map(({ done }) => done)).toEqual([true, false]);
  });

  test("keeps a record that others refer to until they let go of it", async () => {
    await using town = await openLibrary(open);
    const reader = aRecord("readers", { name: "Zoé" });
    const loans = [aCase("loans", {}), aCase("loans", {})].sort((a, b) => (a.id < b.id ? -1 : 1));
    const references = [reference("readerId", reader)];
    await town.store.commit([creation(reader), ...loans.map((loan) => creation(loan, { references }))]);
    const [first, second] = loans;
    if (!first || !second) throw new Error("two loans");
    expect(await town.store.commit([deletion(reader)])).toEqual([
      { done: false, why: "referred-to", by: { type: "loans", id: first.id, count: 2 } },
    ]);
    await town.store.commit([deletion(first), update(next(second, {}))]);
    expect(await town.store.commit([deletion(reader)])).toEqual([{ done: true, seq: 2 }]);
    expect(await town.reader.get("readers", reader.id)).toBeNull();
    expect((await town.reader.history("readers", reader.id)).map(({ event }) => event)).toEqual(["create", "delete"]);
  });

  test("a reference and a deletion at the same moment never both pass", async () => {
    await using town = await openLibrary(open);
    for (let round = 0; round < 10; round += 1) {
      const reader = aRecord("readers", { name: "Zoé" });
      await town.store.commit([creation(reader)]);
      const loan = creation(aCase("loans", {}), { references: [reference("readerId", reader)] });
      const outcomes = await Promise.all([town.store.commit([loan]), town.store.commit([deletion(reader)])]);
      expect(outcomes.flat().filter(({ done }) => done)).toHaveLength(1);
    }
  });

  test("keeps what no text should hold out of the documents", async () => {
    await using town = await openLibrary(open);
    const book = aRecord("books", { title: "a\0b", "k\0": "\ud800", path: "C:\\u0000" });
    await town.store.commit([creation(book)]);
    const found = await town.reader.get("books", book.id);
    expect(found?.record.data).toEqual({ title: "a\ufffdb", "k\ufffd": "\ufffd", path: "C:\\u0000" });
  });

  test("a case that moves keeps what it is found by and what it refers to", async () => {
    await using town = await openLibrary(open);
    const book = aRecord("books", { title: "Germinal" });
    const loan = aCase("loans", { note: "urgent", bookId: book.id });
    await town.store.commit([creation(book), creation(loan, { references: [reference("bookId", book)] })]);
    const moved = next(loan, { stage: "returned", status: "done", updatedAt: later });
    expect(await town.store.commit([update(moved, { index: null })])).toEqual([{ done: true, seq: 2 }]);
    const words = { op: "words", words: ["urg"], classes: ["a"], through: [] } as const;
    const found = await town.reader.list({ type: "loans", where: [words], sort: [], offset: 0, limit: 10 });
    expect(found.rows).toEqual([{ record: moved, label: "urgent" }]);
    expect(await town.reader.links(loan.id)).toMatchObject([{ direction: "to", id: book.id }]);
    expect(await town.store.commit([deletion(book)])).toMatchObject([{ why: "referred-to" }]);
  });

  test("reads records with what they refer to, two references deep", async () => {
    await using town = await openLibrary(open);
    const [school, other] = [aRecord("schools", {}), aRecord("schools", {})];
    const reader = aRecord("readers", {});
    const loan = aCase("loans", {});
    const letter = aRecord("letters", {});
    await town.store.commit([
      creation(school),
      creation(other),
      creation(reader, { references: [reference("schoolId", school)] }),
      creation(loan, { references: [reference("readerId", reader)] }),
      creation(letter, { references: [reference("loanId", loan)] }),
    ]);
    const all = [school, other, reader, loan, letter];
    const around = async (...ids: readonly string[]) => {
      const found = await createRecordReader(town.database).around(ids);
      return all.filter(({ id }) => found.get(id) !== undefined);
    };
    expect(await around(loan.id)).toEqual([school, reader, loan]);
    expect(await around(letter.id, other.id)).toEqual([other, reader, loan, letter]);
    expect(await around(newId())).toEqual([]);
    await town.store.commit([deletion(other)]);
    expect(await around(other.id)).toEqual([]);
  });

  test("keeps texts that are longer than an index can hold", async () => {
    await using town = await openLibrary(open);
    const long = Array.from({ length: 3000 }, (_, place) => String.fromCodePoint(0x4e00 + ((place * 7919) % 20_000)));
    const book = aRecord("books", { title: long.join("") });
    expect(await town.store.commit([creation(book)])).toEqual([{ done: true, seq: 1 }]);
  });

  test("writes a group in as many statements as a single change", async () => {
    await using town = await openLibrary(open);
    const counted = { statements: 0 };
    const counting = (connection: Connection): Connection => ({
      run: (statement, parameters) => {
        counted.statements += 1;
        return connection.run(statement, parameters);
      },
      query: (query) => connection.query(query),
    });
    const store = createChangeStore({
      ...town.database,
      writing: (work) => town.database.writing((connection) => work(counting(connection))),
      transaction: (work) => town.database.transaction((connection) => work(counting(connection))),
    });
    const loan = () => {
      const record = aCase("loans", {});
      return creation(record, { effects: [{ key: `${record.id}/1/0`, type: "send", params: {} }] });
    };
    await store.commit([loan()]);
    const forOne = counted.statements;
    expect(forOne).toBeLessThan(4);
    await store.commit(Array.from({ length: 100 }, loan));
    expect(counted.statements).toBe(2 * forOne);
    expect(await town.reader.count({ type: "loans", where: [] })).toBe(101);
  });
});
