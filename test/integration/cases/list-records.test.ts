import { expect, test } from "vitest";
import type { Caller } from "../../../server/domain/changes/caller.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { eachRecord } from "../../../server/domain/records/lists/each-record.ts";
import { type ListRequest, listRecords } from "../../../server/domain/records/lists/list-records.ts";
import { searchEverything } from "../../../server/domain/records/lists/search-everything.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { eachDatabase } from "../../support/databases.ts";
import { type Library, openLibrary } from "../../support/library-office/open-library.ts";
import { idOf, newBook, newLoan, newMember, refusalOf } from "./library-story.ts";

const shelf: readonly JsonObject[] = [
  {
    title: "Zoo",
    author: "Anne",
    copies: 1,
    boughtOn: "2024-05-01",
    shelf: "science",
    subjects: ["animals", "cities"],
  },
  { title: "Été", author: "Bruno", copies: 3, rare: true, shelf: "novels", binding: { material: "leather" } },
  { title: "etang", author: "Chloé", copies: 2, boughtOn: "2025-01-31", shelf: "novels", subjects: ["animals"] },
  { title: "Arbre", boughtOn: "2026-02-28", shelf: "children", rare: false },
];

async function stockedLibrary(library: Library): Promise<Library> {
  for (const book of shelf) {
    await createRecord(library.office, library.as("librarian"), { type: "books", data: book });
  }
  return library;
}

async function titles(library: Library, request: Partial<ListRequest>, caller?: Caller): Promise<readonly unknown[]> {
  const { rows } = await listRecords(library.office, caller ?? library.as("librarian"), { type: "books", ...request });
  return rows.map((row) => row["title"]);
}

eachDatabase((open) => {
  test("every comparison of the dialect finds what it says", async () => {
    await using database = await open();
    const library = await stockedLibrary(await openLibrary(database));
    const found = async (filter: JsonObject) => [...(await titles(library, { filter, sort: ["title", "ASC"] }))];
    expect(await found({ shelf: "novels" })).toEqual(["etang", "Été"]);
    expect(await found({ shelf: ["science", "children"] })).toEqual(["Arbre", "Zoo"]);
    expect(await found({ shelf_in: ["science"] })).toEqual(["Zoo"]);
    expect(await found({ shelf_in: [] })).toEqual([]);
    expect(await found({ shelf_neq: "novels" })).toEqual(["Arbre", "Zoo"]);
    expect(await found({ copies_gte: 2 })).toEqual(["etang", "Été"]);
    expect(await found({ copies_gt: 2 })).toEqual(["Été"]);
    expect(await found({ copies_lt: 2 })).toEqual(["Zoo"]);
    expect(await found({ copies_lte: 2, shelf: "novels" })).toEqual(["etang"]);
    expect(await found({ copies_null: true })).toEqual(["Arbre"]);
    expect(await found({ copies_null: false, rare_null: true })).toEqual(["etang", "Zoo"]);
    expect(await found({ boughtOn_gte: "2025-01-01", boughtOn_lte: "2025-12-31" })).toEqual(["etang"]);
    expect(await found({ rare: true })).toEqual(["Été"]);
    expect(await found({ rare_neq: true })).toEqual(["Arbre", "etang", "Zoo"]);
    expect(await found({ subjects: "animals" })).toEqual(["etang", "Zoo"]);
    expect(await found({ subjects: ["cities", "sea"] })).toEqual(["Zoo"]);
    expect(await found({ "binding.material": "leather" })).toEqual(["Été"]);
    expect(await found({ author: null })).toEqual(["Arbre"]);
    expect(await found({ version: 1, createdAt_gte: "2026-03-02", createdAt_lte: "2026-03-02" })).toHaveLength(4);
    expect(await found({ createdAt: "2026-03-02" })).toHaveLength(4);
    expect(await found({ createdAt_lte: "9999-12-31" })).toHaveLength(4);
    expect(await found({ createdAt_gt: "2026-03-02" })).toEqual([]);
    expect(await found({ createdAt_lt: "2026-03-02" })).toEqual([]);
    expect(await found({ createdAt_neq: "2026-03-01" })).toHaveLength(4);
    expect(await found({ createdAt_lte: "2026-03-02T09:00:00+01:00" })).toHaveLength(4);
  });

  test("text is found by prefixes, blind to accents and case", async () => {
    await using database = await open();
    const library = await stockedLibrary(await openLibrary(database));
    const found = (q: string) => titles(library, { filter: { q }, sort: ["title", "ASC"] });
    expect(await found("ETA")).toEqual(["etang"]);
    expect(await found("ete br")).toEqual(["Été"]);
    expect(await found("animal")).toEqual(["etang", "Zoo"]);
    expect(await found("animal zebra")).toEqual([]);
    expect(await found("  ")).toHaveLength(4);
    expect(await found("!?")).toEqual([]);
  });

  test("a text is found by either apostrophe, whichever it was written with", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    for (const title of ["L'écume des jours", "L’été meurtrier", "Aujourd’hui peut-être"])
      await newBook(library, { title });
    const found = (q: string) => titles(library, { filter: { q }, sort: ["title", "ASC"] });
    for (const apostrophe of ["'", "’"]) {
      expect(await found(`l${apostrophe}ecume`)).toEqual(["L'écume des jours"]);
      expect(await found(`l${apostrophe}été`)).toEqual(["L’été meurtrier"]);
      expect(await found(`aujourd${apostrophe}hui`)).toEqual(["Aujourd’hui peut-être"]);
    }
    expect(await found("aujourdhui")).toEqual([]);
    expect(await titles(library, { sort: ["title", "ASC"] })).toEqual([
      "Aujourd’hui peut-être",
      "L'écume des jours",
      "L’été meurtrier",
    ]);
  });

  test("lists sort blind to accents and case, page by page, and tell their total", async () => {
    await using database = await open();
    const library = await stockedLibrary(await openLibrary(database));
    expect(await titles(library, {})).toEqual(["Arbre", "etang", "Été", "Zoo"]);
    expect(await titles(library, { sort: ["copies", "DESC"] })).toEqual(["Été", "etang", "Zoo", "Arbre"]);
    const request = { type: "books", range: [1, 2], sort: ["title", "DESC"] };
    const page = await listRecords(library.office, library.as("desk"), request);
    expect(page).toMatchObject({ from: 1, total: 4, more: false, rows: [{ title: "Été" }, { title: "etang" }] });
    const far = await listRecords(library.office, library.as("desk"), { type: "books", range: [90, 99] });
    expect(far).toMatchObject({ rows: [], total: 4 });
    const none = await listRecords(library.office, library.as("desk"), { type: "schools" });
    expect(none).toMatchObject({ rows: [], total: 0, from: 0 });
  });

  test("a list of ids answers all of them, and only them", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const [one, two] = [await newBook(library), await newBook(library, { title: "Nana" }), await newBook(library)];
    const ids = [idOf(one), idOf(two), "not-an-id"];
    const { rows, total } = await listRecords(library.office, library.as("desk"), {
      type: "books",
      filter: { id: ids },
    });
    expect(rows.map(idOf).sort()).toEqual([idOf(one), idOf(two)].sort());
    expect(total).toBe(2);
  });

  test("references are followed, and cases are found by where they are", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const rare = await newBook(library, { title: "Nana", rare: true, shelf: "novels" });
    const loan = await newLoan(library, { bookId: idOf(rare) });
    const member = idOf(await newMember(library, { firstName: "Hélène", lastName: "Ôzoux" }));
    const other = await newLoan(library, { memberId: member });
    const caller = library.as("desk");
    const found = async (filter: JsonObject) =>
      (await listRecords(library.office, caller, { type: "loans", filter, sort: ["id", "ASC"] })).rows.map(idOf);
    expect(await found({ "bookId.rare": true })).toEqual([idOf(loan)]);
    expect(await found({ "bookId.shelf": ["novels", "science"] })).toEqual([idOf(loan)]);
    expect(await found({ "memberId.lastName": "Ôzoux" })).toEqual([idOf(other)]);
    expect(await found({ stage: "out" })).toEqual([idOf(loan), idOf(other)]);
    expect(await found({ stage: ["out.reading", "lost"] })).toEqual([idOf(loan), idOf(other)]);
    expect(await found({ stage: "ou" })).toEqual([]);
    expect(await found({ status: "active", assigneeId_null: true })).toHaveLength(2);
    expect(await found({ q: "helene ozoux" })).toEqual([idOf(other)]);
    expect(await found({ q: "nana" })).toEqual([idOf(loan)]);
    expect(await found({ dueOn_lte: "2026-03-23" })).toHaveLength(2);
  });

  test("a filter, sort or range that cannot be is refused by name", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const refused = async (request: Partial<ListRequest>) => {
      const { kind, code, errors } = await refusalOf(titles(library, request));
      return [kind, code, Object.keys(errors ?? {})[0]];
    };
    expect(await refused({ filter: { colour: "red" } })).toEqual(["malformed", "unknown-filter", "colour"]);
    expect(await refused({ filter: { constructor: "x" } })).toEqual(["malformed", "unknown-filter", "constructor"]);
    expect(await refused({ filter: { stage: "out" } })).toEqual(["malformed", "unknown-filter", "stage"]);
    expect(await refused({ filter: { "shelf.name": "x" } })).toEqual(["malformed", "unknown-filter", "shelf.name"]);
    expect(await refused({ filter: { title_gte: "A" } })).toEqual(["malformed", "wrong-filter", "title_gte"]);
    expect(await refused({ filter: { shelf_lt: "A" } })).toEqual(["malformed", "wrong-filter", "shelf_lt"]);
    expect(await refused({ filter: { rare_gt: true } })).toEqual(["malformed", "wrong-filter", "rare_gt"]);
    expect(await refused({ filter: { copies: "two" } })).toEqual(["malformed", "wrong-filter", "copies"]);
    expect(await refused({ filter: { copies_null: "yes" } })).toEqual(["malformed", "wrong-filter", "copies_null"]);
    expect(await refused({ filter: { copies_in: 2 } })).toEqual(["malformed", "wrong-filter", "copies_in"]);
    expect(await refused({ filter: { boughtOn_gte: "2026-02-30" } })).toEqual([
      "malformed",
      "wrong-filter",
      "boughtOn_gte",
    ]);
    expect(await refused({ filter: { title: "a\0" } })).toEqual(["malformed", "wrong-filter", "title"]);
    expect(await refused({ filter: { title: { $gt: "" } } })).toEqual(["malformed", "wrong-filter", "title"]);
    expect(await refused({ filter: { q: 12 } })).toEqual(["malformed", "wrong-filter", "q"]);
    expect(await refused({ filter: [] })).toEqual(["malformed", "malformed-filter", undefined]);
    for (const sort of [["colour", "ASC"], ["title", "UP"], ["title"], "title", ["subjects", "ASC"]]) {
      expect(await refused({ sort })).toEqual(["malformed", "wrong-sort", "sort"]);
    }
    for (const range of [[5, 1], [-1, 2], ["0", "9"], [0], [0, 10_000], [0.5, 2], "[0,9]"]) {
      expect(await refused({ range })).toEqual(["malformed", "wrong-range", "range"]);
    }
  });

  test("what a role may not read it can neither filter, sort, search nor see", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    await newMember(library, { remarks: "loves whales" });
    const desk = library.as("desk");
    const list = (request: Partial<ListRequest>) => listRecords(office, desk, { type: "members", ...request });
    expect(await refusalOf(list({ filter: { remarks: "x" } }))).toMatchObject({ code: "unknown-filter" });
    expect(await refusalOf(list({ filter: { remarks_null: true } }))).toMatchObject({ code: "unknown-filter" });
    expect(await refusalOf(list({ sort: ["remarks", "ASC"] }))).toMatchObject({ code: "wrong-sort" });
    expect((await list({ filter: { q: "whales" } })).total).toBe(0);
    expect((await list({ filter: { q: "roux" } })).rows[0]).not.toHaveProperty("remarks");
    const asLibrarian = { type: "members", filter: { q: "whales" } };
    expect((await listRecords(office, library.as("librarian"), asLibrarian)).total).toBe(1);
    const loans = { type: "loans", filter: { "memberId.remarks": "x" } };
    expect(await refusalOf(listRecords(office, desk, loans))).toMatchObject({ code: "unknown-filter" });
    const byTrustee = listRecords(office, library.as("trustee"), { type: "members" });
    expect(await refusalOf(byTrustee)).toMatchObject({ kind: "forbidden", code: "may-not-read" });
  });

  test("one search goes over everything that its reader may read", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const loan = await newLoan(library);
    await newMember(library, { lastName: "Rouxel", remarks: "roux" });
    const found = await searchEverything(library.office, library.as("desk"), "roux");
    expect(found.map((each) => [each["type"], each["displayName"]])).toEqual([
      ["members", "Jeanne Roux"],
      ["members", "Jeanne Rouxel"],
      ["loans", "Jeanne Roux – Germinal (Émile Zola)"],
    ]);
    expect(found.at(-1)).toMatchObject({ id: idOf(loan), stage: "out.reading" });
    expect(await searchEverything(library.office, library.as("trustee"), "roux")).toEqual([]);
    expect(await searchEverything(library.office, library.as("desk"), " ")).toEqual([]);
  });

  test("a search shows five of a type at most, and what bears the words before what refers to it", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    for (const firstName of ["Ana", "Bea", "Cléa", "Dina", "Éva", "Flo"]) {
      const memberId = idOf(await newMember(library, { firstName, lastName: "Rouxel" }));
      await newLoan(library, { memberId });
    }
    await newBook(library, { title: "Roux" });
    const found = await searchEverything(library.office, library.as("librarian"), "roux");
    const types = found.map(({ type }) => String(type));
    expect([...new Set(types)]).toEqual(["books", "members", "loans"]);
    expect(types.filter((type) => type === "members")).toHaveLength(5);
    expect(types.filter((type) => type === "loans")).toHaveLength(5);
  });

  test("every record of a type comes in batches", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const books = Array.from({ length: 520 }, (_, number) => ({ title: `Volume ${number}`, copies: number % 2 }));
    await Promise.all(books.map((book) => newBook(library, book)));
    const sizes: number[] = [];
    const seen = new Set<string>();
    for await (const rows of eachRecord(library.office, library.as("desk"), { type: "books" })) {
      sizes.push(rows.length);
      for (const row of rows) seen.add(idOf(row));
    }
    expect(sizes).toEqual([500, 20]);
    expect(seen.size).toBe(520);
  });
});
