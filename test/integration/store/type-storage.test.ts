import { expect, test } from "vitest";
import type { Database } from "../../../server/adapters/sql/database.ts";
import { RecordList } from "../../../server/adapters/sql/reading/record-list.ts";
import type { Sql } from "../../../server/adapters/sql/sql.ts";
import { publishType } from "../../../server/domain/definitions/publish-type.ts";
import type { EntriesOf } from "../../../server/domain/definitions/type-storage.ts";
import type { Condition } from "../../../server/domain/records/record-reader.ts";
import { eachDatabase } from "../../support/databases.ts";
import { aCase, aRecord, creation, deletion, next, update } from "./change-builder.ts";
import { bookField, booksType, loansType, office } from "./library-types.ts";
import { openLibrary } from "./open-library.ts";
import { planOf, rowsOf, viewOf } from "./plain-sql.ts";

/** Enough books that an index is worth its while. */
const manyBooks = Array.from({ length: 3000 }, (_, place) =>
  creation(
    aRecord("books", {
      title: `Book ${place % 1000}`,
      pages: place,
      shelf: place % 2 === 0 ? "A" : "B",
      boughtOn: `20${10 + (place % 80)}-01-01`,
      tags: [`tag${place % 500}`],
    }),
  ),
);

eachDatabase((open) => {
  test("a type called as what takes the groups of changes was called is published again without harm", async () => {
    await using library = await openLibrary(open);
    for (const id of ["moves", "change-groups", "groups"]) {
      for (const version of [1, 2]) {
        const properties = { [`field${version}`]: { type: "string" } } as const;
        const definition = { id, title: id, display: id, schema: { type: "object", properties } } as const;
        await library.storage.prepare([publishType(definition, { version, office })]);
      }
    }
    const loan = aCase("loans", {});
    await library.write(creation(loan));
    await library.write(update(next(loan, { stage: "late" }), { index: null }));
    expect((await library.reader.get("loans", loan.id))?.record.version).toBe(2);
  });

  test("shows the live records of a type to plain SQL", async () => {
    await using library = await openLibrary(open);
    const gone = aRecord("books", { title: "Gone" });
    await library.write(
      creation(
        aRecord("books", { title: "Été", pages: 15.5, boughtOn: "2026-01-01", tags: ["a"], author: { name: "Camus" } }),
      ),
      creation(gone),
      creation(aCase("loans", { readerId: null }, { stage: "out" })),
    );
    await library.write(deletion(gone));
    await library.storage.prepare([booksType(), loansType]);
    expect(
      await rowsOf(library.database, "SELECT title, title_key, pages, boughton, author_name, tags, version FROM books"),
    ).toEqual([
      {
        title: "Été",
        title_key: "ete",
        pages: 15.5,
        boughton: "2026-01-01",
        author_name: "Camus",
        tags: '["a"]',
        version: 1,
      },
    ]);
    expect(await rowsOf(library.database, "SELECT stage, status FROM loans")).toEqual([
      { stage: "out", status: "active" },
    ]);
  });

  test.each([
    ["title = 'Book 7'", "x_books_title_value_"],
    ["title_key >= 'book 7' AND title_key < 'book 8' ORDER BY title_key", "x_books_title_key_"],
    ["pages BETWEEN 10 AND 20 ORDER BY pages", "x_books_pages_value_"],
    ["boughton = '2031-01-01'", "x_books_boughton_value_"],
  ])("answers plain SQL on %s from an index", async (where, index) => {
    await using library = await openLibrary(open);
    await library.write(...manyBooks);
    await library.storage.prepare([booksType()]);
    await library.database.knex.raw("ANALYZE");
    expect(await planOf(library.database, `SELECT id FROM books WHERE ${where}`)).toContain(index);
  });

  /** How a page of 25, sorted by title, is read when few books meet the condition. */
  async function planOfPage(database: Database, condition: Condition): Promise<string> {
    const asked: Sql[] = [];
    const remember = async (query: Sql) => {
      asked.push(query);
      return [];
    };
    const sort = [{ field: bookField("title"), direction: "ASC" }] as const;
    const query = { type: "books", where: [condition], sort, offset: 0 };
    await new RecordList(database.dialect.expressions, remember, query).sorted({ offset: 0, limit: 25 });
    const plans = asked.map(({ text, values }) => planOf(database, database.knex.raw(text, [...values]).toQuery()));
    return (await Promise.all(plans)).join("\n");
  }

  test("what few records meet was looked for all along the order that they are sorted in", async () => {
    await using library = await openLibrary(open);
    await library.storage.prepare([booksType()]);
    await library.write(...manyBooks);
    await library.database.knex.raw("ANALYZE");
    const plan = await planOfPage(library.database, { op: "eq", field: bookField("shelf"), value: "A" });
    expect(plan).not.toBe("");
    expect(plan).not.toContain("x_books_title");
  });

  test("each record with an item was looked for among all, as long as the database had no statistics", async () => {
    await using library = await openLibrary(open);
    await library.storage.prepare([booksType()]);
    await library.write(...manyBooks);
    const plan = await planOfPage(library.database, { op: "eq", field: bookField("tags"), value: "tag7" });
    expect(plan).not.toBe("");
    expect(plan).not.toContain("SCAN r");
  });

  test("lists of what had just been imported were slow until the database looked at it by itself", async () => {
    await using library = await openLibrary(open);
    await library.storage.prepare([booksType()]);
    await library.write(...manyBooks);
    await library.storage.refreshStatistics();
    if (library.database.dialect.name === "sqlite") {
      expect(await rowsOf(library.database, "SELECT tbl FROM sqlite_stat1")).toContainEqual({ tbl: "records" });
      return;
    }
    const seen =
      "SELECT DISTINCT tablename FROM pg_stats WHERE schemaname = current_schema() AND tablename = 'records'";
    expect(await rowsOf(library.database, seen)).toHaveLength(1);
    const waiting = "SELECT gin_clean_pending_list('records_words')::integer AS pages";
    expect(await rowsOf(library.database, waiting)).toEqual([{ pages: 0 }]);
  });

  test("keeps an indexed list true as records come, change and go", async () => {
    await using library = await openLibrary(open);
    const tagged = (tag: string) => library.titles([{ op: "eq", field: bookField("tags"), value: tag }]);
    const [old, fresh] = [
      aRecord("books", { title: "old", tags: ["a", "a", "b"] }),
      aRecord("books", { title: "new", tags: ["a"] }),
    ];
    await library.write(creation(old));
    await library.storage.prepare([booksType()]);
    await library.write(creation(fresh));
    expect(await tagged("a")).toEqual(["old", "new"]);
    await library.write(update(next(old, { data: { title: "old", tags: ["c"] } })), deletion(fresh));
    expect(await tagged("a")).toEqual([]);
    expect(await tagged("c")).toEqual(["old"]);
    const { tags: _, ...properties } = booksType().schema.properties ?? {};
    await library.storage.prepare([booksType(properties, 2)]);
    await library.storage.prepare([booksType()]);
    expect(await tagged("c")).toEqual(["old"]);
  });

  test("adding a field changes no document", async () => {
    await using library = await openLibrary(open);
    const book = aRecord("books", { title: "one" });
    await library.write(creation(book));
    await library.storage.prepare([booksType({ title: { type: "string", "x-index": true } })]);
    await library.storage.prepare([
      booksType({ title: { type: "string" }, isbn: { type: "string", "x-index": true } }, 2),
    ]);
    expect(await rowsOf(library.database, "SELECT title, isbn FROM books")).toEqual([{ title: "one", isbn: null }]);
    expect((await library.reader.get("books", book.id))?.record).toEqual(book);
    const made: readonly string[] = await library.database.knex("type_plans").where({ type: "books" }).pluck("name");
    const named = (part: string) => made.filter((name) => name.startsWith(`x_books_${part}`));
    expect(named("isbn_value")).not.toEqual([]);
    expect(named("title")).toEqual([]);
  });

  test("preparing again what is prepared makes nothing again", async () => {
    await using library = await openLibrary(open);
    await library.storage.prepare([booksType()]);
    const before = await library.database.knex("type_plans").orderBy("name");
    await library.storage.prepare([booksType()]);
    expect(await library.database.knex("type_plans").orderBy("name")).toEqual(before);
    expect(before.length).toBeGreaterThan(5);
  });

  test("a field that becomes of another kind is indexed as what it is now", async () => {
    await using library = await openLibrary(open);
    await library.write(
      creation(aRecord("books", { title: "one", edition: 2 })),
      creation(aRecord("books", { edition: "first" })),
    );
    await library.storage.prepare([booksType({ edition: { type: "string", "x-index": true } })]);
    await library.storage.prepare([booksType({ edition: { type: "integer", "x-index": true } }, 2)]);
    expect(await rowsOf(library.database, "SELECT edition FROM books WHERE edition > 1")).toEqual([{ edition: 2 }]);
  });

  test("a type that is called like a table is shown beside it", async () => {
    await using library = await openLibrary(open);
    await library.write(creation(aRecord("events", { title: "Fair" })));
    const type = { ...booksType({ title: { type: "string" } }), id: "events" };
    await library.storage.prepare([type]);
    expect(await rowsOf(library.database, `SELECT title FROM "${await viewOf(library.database, "events")}"`)).toEqual([
      { title: "Fair" },
    ]);
  });

  test("two types whose plain names are alike are both shown", async () => {
    await using library = await openLibrary(open);
    await library.write(
      creation(aRecord("book-clubs", { title: "one" })),
      creation(aRecord("book_clubs", { title: "two" })),
    );
    const type = booksType({ title: { type: "string" } });
    await library.storage.prepare([
      { ...type, id: "book-clubs" },
      { ...type, id: "book_clubs" },
    ]);
    expect(await rowsOf(library.database, "SELECT title FROM book_clubs")).toEqual([{ title: "one" }]);
    const other = await viewOf(library.database, "book_clubs");
    expect(await rowsOf(library.database, `SELECT title FROM "${other}"`)).toEqual([{ title: "two" }]);
  });

  test("writes the search entries of every record again, and nothing else", async () => {
    await using library = await openLibrary(open);
    const books = Array.from({ length: 1201 }, (_, place) => aRecord("books", { title: `t${place}` }));
    await library.write(...books.map((book) => creation(book)), creation(aRecord("readers", { title: "r" })));
    const revision = await library.reader.revision("books");
    const entriesOf: EntriesOf = async (records) =>
      records.map(({ data }) => {
        const label = `Book ${data["title"]}`;
        return { keys: { title: "same" }, words: ["anew"], label, sortName: label };
      });
    expect((await library.storage.madeFor()).get("books")).toBeUndefined();
    await library.storage.reindex(booksType(), entriesOf, "titles that are all the same");
    expect((await library.storage.madeFor()).get("books")).toBe("titles that are all the same");
    expect(
      await library.reader.count({
        type: "books",
        where: [{ op: "words", words: ["new"], classes: ["a"], through: [] }],
      }),
    ).toBe(1201);
    expect(await library.reader.get("books", books[1200]?.id ?? "")).toEqual({
      record: books[1200],
      label: "Book t1200",
    });
    expect(await library.reader.revision("books")).toBe(revision);
  });

  test("two processes that write the entries of a type again at once do not stop each other", async () => {
    await using library = await openLibrary(open);
    await library.write(...manyBooks);
    const entriesOf: EntriesOf = async (records) =>
      records.map(() => ({ keys: {}, words: ["anew"], label: "A book", sortName: "A book" }));
    const again = () => library.storage.reindex(booksType(), entriesOf, "now");
    await Promise.all([again(), again(), again()]);
    expect((await library.storage.madeFor()).get("books")).toBe("now");
    const words = { op: "words", words: ["new"], classes: ["a"], through: [] } as const;
    expect(await library.reader.count({ type: "books", where: [words] })).toBe(manyBooks.length);
  });

  test("entries that were only begun to be written again pass for those of before no more", async () => {
    await using library = await openLibrary(open);
    await library.write(creation(aRecord("books", { title: "one" })));
    const called =
      (label: string): EntriesOf =>
      async (records) =>
        records.map(() => ({ keys: {}, words: [], label, sortName: label }));
    await library.storage.reindex(booksType(), called("before"), "before");
    const ends = () => Promise.reject(new Error("The process ends here"));
    await expect(library.storage.reindex(booksType(), ends, "now")).rejects.toThrow();
    expect((await library.storage.madeFor()).get("books")).toBeUndefined();
  });
});
