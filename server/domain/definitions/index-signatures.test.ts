import { expect, test } from "vitest";
import type { RecordTypeDefinition } from "../../plugin-api/record-type-definition.ts";
import { indexSignatures } from "./index-signatures.ts";
import { publishType } from "./publish-type.ts";
import type { PublishedType } from "./published-type.ts";

const text = { type: "string", "x-search": true } as const;

function typesWith(patrons: Partial<RecordTypeDefinition>): readonly PublishedType[] {
  const definitions: readonly RecordTypeDefinition[] = [
    { id: "shelves", title: "Shelves", display: "{place}", schema: { type: "object", properties: { place: text } } },
    referring("fines", "{loanId}", { loanId: { type: "string", "x-reference": "loans" } }),
    referring("loans", "{patronId}", { patronId: { type: "string", "x-reference": "patrons" } }),
    referring("notes", "{place}", { place: text, patronId: { type: "string", "x-reference": "patrons" } }),
    { ...referring("patrons", "{first} {last}", { first: text, last: text }), ...patrons },
  ];
  return definitions.map((definition) => publishType(definition, { version: 1, office: { roles: [] } }));
}

function referring(id: string, display: string, properties: NonNullable<RecordTypeDefinition["schema"]["properties"]>) {
  return { id, title: id, display, schema: { type: "object", properties } } as const;
}

function signaturesWith(types: readonly PublishedType[]): ReadonlyMap<string, string> {
  return new Map([...indexSignatures(types)].map(([{ id }, signature]) => [id, signature]));
}

/** The types whose entries are to be made again once patrons are so. */
const again = (patrons: Partial<RecordTypeDefinition>) => {
  const before = signaturesWith(typesWith({}));
  return [...signaturesWith(typesWith(patrons))].flatMap(([id, now]) => (before.get(id) === now ? [] : [id]));
};

test("what is called after records that are called otherwise is made again too, however far", () => {
  expect(again({ sortName: "{last} {first}" })).toEqual(["fines", "loans", "patrons"]);
  expect(again({ display: "{last}" })).toEqual(["fines", "loans", "patrons"]);
});

test("what is only searched otherwise is made again alone, and nothing when nothing is otherwise", () => {
  expect(again({ schema: { type: "object", properties: { first: text, last: { type: "string" } } } })).toEqual([
    "patrons",
  ]);
  expect(again({ title: "People" })).toEqual([]);
});

test("what is called after records of a plugin is made again when it is switched off", () => {
  const types = typesWith({});
  const without = signaturesWith(types.filter(({ id }) => id !== "patrons"));
  const changed = [...signaturesWith(types)].filter(([id, signature]) => without.get(id) !== signature);
  expect(changed.map(([id]) => id)).toEqual(["fines", "loans", "patrons"]);
});
