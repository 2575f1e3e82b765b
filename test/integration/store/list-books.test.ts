import { expect, test } from "vitest";
import type { Condition, FieldRef, ListQuery } from "../../../server/domain/records/record-reader.ts";
import type { Json, JsonObject } from "../../../server/plugin-api/json.ts";
import { eachDatabase, type OpenTestDatabase } from "../../support/databases.ts";
import { aRecord, creation } from "./change-builder.ts";
import { bookField, booksType, systemField } from "./library-types.ts";
import { openLibrary } from "./open-library.ts";

const books: readonly JsonObject[] = [
  { title: "Zoé", shelf: "A", pages: 90, rare: true, boughtOn: "2026-01-15", tags: ["novel", "love"] },
  { title: "Été", shelf: "B", pages: 1200, rare: false, boughtOn: "2026-02-01", tags: ["novel"] },
  { title: "etat", shelf: "B", pages: 15.5, boughtOn: "2025-12-31", tags: [] },
  { title: "Œuvres", shelf: "A", author: { name: "Élise" } },
  { pages: 300, title: null, "binding-colour": "red", author: { name: "Zola" } },
];

/** Each condition on a field, with the titles that it finds. */
const found: readonly (readonly [string, string, (field: FieldRef) => Condition, readonly Json[]])[] = [
  ["a text", "title", is("Été"), ["Été"]],
  ["a text in another case", "title", is("été"), []],
  ["a code", "shelf", is("B"), ["Été", "etat"]],
  ["a number", "pages", is(1200), ["Été"]],
  ["a fraction", "pages", is(15.5), ["etat"]],
  ["a truth value", "rare", is(false), ["Été"]],
  ["a nested field", "author.name", is("Zola"), [null]],
  ["a field with a hyphen", "binding-colour", is("red"), [null]],
  ["an item of a list", "tags", is("novel"), ["Zoé", "Été"]],
  ["null", "title", is(null), [null]],
  ["some items of a list", "tags", isOneOf(["love", "war"]), ["Zoé"]],
  ["not an item of a list", "tags", isNot("novel"), ["etat", "Œuvres", null]],
  ["not a code, missing ones too", "shelf", isNot("B"), ["Zoé", "Œuvres", null]],
  ["not null", "title", isNot(null), ["Zoé", "Été", "etat", "Œuvres"]],
  ["one of some numbers", "pages", isOneOf([90, 300]), ["Zoé", null]],
  ["one of some texts", "title", isOneOf(["Zoé", "etat"]), ["Zoé", "etat"]],
  ["one of some truth values", "rare", isOneOf([true, false]), ["Zoé", "Été"]],
  ["one of nothing", "shelf", isOneOf([]), []],
  ["a missing value", "shelf", (field) => ({ op: "null", field, is: true }), [null]],
  ["a present value", "rare", (field) => ({ op: "null", field, is: false }), ["Zoé", "Été"]],
  ["a missing list", "tags", (field) => ({ op: "null", field, is: true }), ["Œuvres", null]],
  ["a greater number", "pages", (field) => ({ op: "gt", field, value: 90 }), ["Été", null]],
  ["a number as great", "pages", (field) => ({ op: "gte", field, value: 300 }), ["Été", null]],
  ["an earlier day", "boughtOn", (field) => ({ op: "lt", field, value: "2026-01-15" }), ["etat"]],
  ["a day and earlier", "boughtOn", (field) => ({ op: "lte", field, value: "2026-01-15" }), ["Zoé", "etat"]],
  [
    "texts after one, accents aside",
    "title",
    (field) => ({ op: "gte", field, value: "ÉTÉ" }),
    ["Zoé", "Été", "Œuvres"],
  ],
];

function is(value: Json) {
  return (field: FieldRef): Condition => ({ op: "eq", field, value });
}

function isNot(value: Json) {
  return (field: FieldRef): Condition => ({ op: "neq", field, value });
}

function isOneOf(values: readonly Json[]) {
  return (field: FieldRef): Condition => ({ op: "in", field, values });
}

/** With the fields as they are while the store has made no index for them, and as they are afterwards. */
const indexing = [
  { indexed: false, fieldOf: (name: string): FieldRef => ({ name, kind: bookField(name).kind }) },
  { indexed: true, fieldOf: bookField },
];

async function openFilled(open: OpenTestDatabase, { indexed }: { readonly indexed: boolean }) {
  const library = await openLibrary(open);
  const changes = books.map((data) => creation(aRecord("books", data)));
  await library.write(...changes.slice(0, 2));
  if (indexed) await library.storage.prepare([booksType()]);
  await library.write(...changes.slice(2));
  return library;
}

eachDatabase((open) => {
  test.each(indexing)("finds by conditions, indexed: $indexed", async ({ indexed, fieldOf }) => {
    await using library = await openFilled(open, { indexed });
    for (const [what, name, condition, titles] of found) {
      const where = [condition(fieldOf(name))];
      expect(await library.titles(where), what).toEqual(titles);
      expect(await library.reader.count({ type: "books", where }), what).toBe(titles.length);
    }
  });

  test("combines conditions", async () => {
    await using library = await openFilled(open, { indexed: true });
    const onShelfA = is("A")(bookField("shelf"));
    const rare = is(true)(bookField("rare"));
    const thick = is(300)(bookField("pages"));
    expect(await library.titles([onShelfA, rare])).toEqual(["Zoé"]);
    expect(await library.titles([{ op: "any", of: [[onShelfA, rare], [thick]] }])).toEqual(["Zoé", null]);
    expect(await library.titles([{ op: "any", of: [] }])).toEqual([]);
    expect(await library.titles([onShelfA, { op: "nothing" }])).toEqual([]);
  });

  test.each(indexing)(
    "sorts accent- and case-blind, empty ones last, indexed: $indexed",
    async ({ indexed, fieldOf }) => {
      await using library = await openFilled(open, { indexed });
      const by = (name: string, direction: "ASC" | "DESC") =>
        library.titles([], { sort: [{ field: fieldOf(name), direction }] });
      expect(await by("title", "ASC")).toEqual(["etat", "Été", "Œuvres", "Zoé", null]);
      expect(await by("title", "DESC")).toEqual(["Zoé", "Œuvres", "Été", "etat", null]);
      expect(await by("pages", "ASC")).toEqual(["etat", "Zoé", null, "Été", "Œuvres"]);
      expect(await by("pages", "DESC")).toEqual(["Été", null, "Zoé", "etat", "Œuvres"]);
      expect(await by("rare", "ASC")).toEqual(["Été", "Zoé", "etat", "Œuvres", null]);
    },
  );

  test("sorts by several fields, and by the display name", async () => {
    await using library = await openFilled(open, { indexed: false });
    const sort: ListQuery["sort"] = [
      { field: bookField("shelf"), direction: "DESC" },
      { field: bookField("pages"), direction: "ASC" },
    ];
    expect(await library.titles([], { sort })).toEqual(["etat", "Été", "Zoé", "Œuvres", null]);
    const byName: ListQuery["sort"] = [{ field: systemField("displayName"), direction: "DESC" }];
    expect(await library.titles([], { sort: byName })).toEqual(["Zoé", null, "Œuvres", "Été", "etat"]);
  });

  test("pages through the filled ones, then the empty ones", async () => {
    await using library = await openFilled(open, { indexed: true });
    const sort: ListQuery["sort"] = [{ field: bookField("boughtOn"), direction: "DESC" }];
    const titles = ["Été", "Zoé", "etat", null, "Œuvres"];
    for (let limit = 1; limit <= 6; limit += 1) {
      for (let offset = 0; offset <= 6; offset += 1) {
        const page = await library.titles([], { sort, offset, limit });
        expect(page, `${limit} from ${offset}`).toEqual(titles.slice(offset, offset + limit));
      }
    }
    const all = await library.reader.list({ type: "books", where: [], sort, offset: 0 });
    expect(all.rows.map(({ record }) => record.data["title"] ?? null)).toEqual(titles);
    expect(all).toMatchObject({ total: 5, more: false });
  });

  test.each(indexing)("pages through thousands alike, indexed: $indexed", async ({ indexed, fieldOf }) => {
    await using library = await openLibrary(open);
    if (indexed) await library.storage.prepare([booksType()]);
    const data = Array.from({ length: 2500 }, (_, place) => ({
      title: `t${place}`,
      ...(place % 5 === 0 ? {} : { pages: (place * 7919) % 2500 }),
      tags: [place % 6 === 0 ? "few" : "many"],
    }));
    await library.write(...data.map((each) => creation(aRecord("books", each))));
    const sort: ListQuery["sort"] = [{ field: fieldOf("pages"), direction: "DESC" }];
    const where = [is("many")(fieldOf("tags"))];
    const filled = data.filter(({ tags, pages }) => tags[0] === "many" && pages !== undefined);
    const empty = data.filter(({ tags, pages }) => tags[0] === "many" && pages === undefined).reverse();
    const expected = [...filled.sort((a, b) => (b.pages ?? 0) - (a.pages ?? 0)), ...empty].map(({ title }) => title);
    for (const offset of [0, 700, filled.length - 10, filled.length, filled.length + 3, expected.length - 5, 3000]) {
      const page = await library.titles(where, { sort, offset });
      expect(page, `from ${offset}`).toEqual(expected.slice(offset, offset + 25));
    }
    const byName: ListQuery["sort"] = [{ field: systemField("displayName"), direction: "ASC" }];
    expect(await library.titles([], { sort: byName, limit: 3 })).toEqual(["t0", "t1", "t10"]);
  });

  test("counts exactly up to ten thousand", async () => {
    await using library = await openLibrary(open);
    for (let group = 0; group < 10; group += 1) {
      await library.write(...Array.from({ length: 1000 }, (_, place) => creation(aRecord("books", { pages: place }))));
    }
    const page = () => library.reader.list({ type: "books", where: [], sort: [], offset: 0, limit: 1 });
    expect(await page()).toMatchObject({ total: 10_000, more: false });
    await library.write(creation(aRecord("books", {})));
    expect(await page()).toMatchObject({ total: 10_000, more: true });
    expect(await library.reader.count({ type: "books", where: [] })).toBe(10_001);
  });

  test("tells texts apart that only end differently", async () => {
    await using library = await openLibrary(open);
    await library.storage.prepare([booksType()]);
    const long = "x".repeat(600);
    await library.write(
      creation(aRecord("books", { title: `${long}a` })),
      creation(aRecord("books", { title: `${long}b` })),
    );
    const title = bookField("title");
    expect(await library.titles([is(`${long}a`)(title)])).toEqual([`${long}a`]);
    expect(await library.titles([isOneOf([`${long}b`, "other"])(title)])).toEqual([`${long}b`]);
    expect(await library.titles([isNot(`${long}b`)(title)])).toEqual([`${long}a`]);
  });

  test("finds nothing among values of another kind than the field has now", async () => {
    await using library = await openLibrary(open);
    await library.write(creation(aRecord("books", { title: "many", pages: "many", rare: "yes" })));
    await library.storage.prepare([booksType()]);
    expect(await library.titles([{ op: "gte", field: bookField("pages"), value: 0 }])).toEqual([]);
    expect(await library.titles([isOneOf([1, 2])(bookField("pages"))])).toEqual([]);
    expect(await library.titles([is(true)(bookField("rare"))])).toEqual([]);
    expect(await library.titles([], { sort: [{ field: bookField("pages"), direction: "ASC" }] })).toEqual(["many"]);
  });
});
