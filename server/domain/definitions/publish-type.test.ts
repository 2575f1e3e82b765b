import { describe, expect, test } from "vitest";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { Permissions } from "../../plugin-api/record-type-definition.ts";
import { publishType } from "./publish-type.ts";
import { readingClasses } from "./reading-classes.ts";
import { searchSignature } from "./search-signature.ts";

const office = { roles: [{ id: "librarian", title: "Librarian", staff: true }] };
const machine = { initial: "out", states: { out: {} } };

function books(properties: { readonly [field: string]: DataSchema }, permissions: Permissions = {}) {
  const schema = { type: "object", properties } as const;
  return publishType({ id: "books", title: "Books", display: "{title}", schema, permissions }, { version: 3, office });
}

describe("fields", () => {
  const type = books({
    title: { type: "string", "x-index": true, "x-search": true },
    isbn: { type: "string", format: "isbn" },
    shelf: { enum: ["comics", "novels"], type: "string" },
    pages: { type: ["integer", "null"] },
    bought: { type: "string", format: "date" },
    lent: { type: "boolean" },
    tags: { type: "array", items: { type: "string" } },
    price: { type: "object", properties: { cents: { type: "integer" }, note: { type: "string" } } },
    authors: { type: "array", items: { type: "object", properties: { name: { type: "string" } } } },
    ownerId: { type: "string", "x-reference": "members" },
  });
  const kind = (name: string) => type.fields.get(name)?.ref.kind;

  test("each is compared by its kind", () => {
    const names = ["title", "isbn", "shelf", "pages", "bought", "lent", "tags", "ownerId"];
    expect(names.map(kind)).toEqual(["text", "exact", "exact", "number", "date", "boolean", "list", "exact"]);
  });

  test("those inside a group have a dotted path; lists of groups, and groups themselves, cannot be filtered", () => {
    expect([kind("price.cents"), kind("price.note")]).toEqual(["number", "text"]);
    expect([kind("price"), kind("authors"), kind("authors.name")]).toEqual([undefined, undefined, undefined]);
  });

  test("the hints of the schema are told", () => {
    expect(type.fields.get("title")).toMatchObject({ indexed: true, searched: true });
    expect(type.fields.get("isbn")).toMatchObject({ indexed: false, searched: false });
  });

  test("every record has its system fields, a case those of its stage", () => {
    expect([kind("createdAt"), kind("displayName"), kind("stage")]).toEqual(["system", "system", undefined]);
    const loans = publishType({ id: "loans", title: "Loans", machine }, { version: 1, office });
    expect(["stage", "assigneeId", "dueAt"].map((name) => loans.fields.get(name)?.ref.kind)).toEqual([
      "system",
      "system",
      "system",
    ]);
  });

  test("references are told with their type", () => {
    expect(type.references).toMatchObject([{ field: "ownerId", type: "members" }]);
  });
});

describe("defaults", () => {
  test("a workflow with id, title and machine alone has an empty schema and is the staff's", () => {
    const loans = publishType({ id: "loans", title: "Loans", machine }, { version: 1, office });
    expect(loans).toMatchObject({ kind: "workflow", display: "{id}", references: [] });
    expect(loans.schema).toMatchObject({ type: "object", additionalProperties: false });
    expect(loans.permissions).toEqual({ read: ["librarian"], create: ["librarian"], update: ["librarian"] });
  });

  test("a case is called after the record that it is about, else after its first text", () => {
    const display = (properties: { readonly [field: string]: DataSchema }) =>
      publishType(
        { id: "loans", title: "Loans", machine, schema: { type: "object", properties } },
        { version: 1, office },
      ).display;
    const memberId: DataSchema = { type: "string", "x-reference": "members" };
    expect(display({ note: { type: "string" }, memberId })).toBe("{memberId}");
    expect(display({ count: { type: "integer" }, note: { type: "string" } })).toBe("{note}");
  });
});

describe("reading classes", () => {
  const schema: DataSchema = { properties: { title: {}, price: {}, cost: {}, notes: {} } };

  test("fields that the same roles read share a letter, whoever is named first", () => {
    const classes = readingClasses(schema, {
      read: ["a", "b"],
      fields: { price: { read: ["b", "a"] }, cost: { read: ["a"] }, notes: { read: ["admin", "a"] } },
    });
    expect(Object.fromEntries(classes)).toEqual({ title: "a", price: "a", cost: "b", notes: "b" });
  });

  test("more sets of readers than letters are refused, not mixed up", () => {
    const names = Array.from({ length: 27 }, (_, n) => `f${n}`);
    const properties = Object.fromEntries(names.map((name) => [name, {}]));
    const fields = Object.fromEntries(names.map((name) => [name, { read: [name] }]));
    expect(() => readingClasses({ properties }, { read: [], fields })).toThrow("26 different sets");
  });
});

describe("what searching depends on", () => {
  const title: DataSchema = { type: "string", "x-search": true };

  test("the order of fields, and fields that are not text, make no difference", () => {
    const note: DataSchema = { type: "string" };
    expect(searchSignature(books({ title, note }))).toBe(
      searchSignature(books({ note, title, pages: { type: "integer" } })),
    );
  });

  test("what is searched, and by whom, does", () => {
    const was = searchSignature(books({ title }));
    expect(searchSignature(books({ title: { type: "string" } }))).not.toBe(was);
    expect(searchSignature(books({ title }, { fields: { title: { read: ["librarian"] } } }))).not.toBe(was);
  });
});
