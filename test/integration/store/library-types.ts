import { publishType } from "../../../server/domain/definitions/publish-type.ts";
import type { PublishedType } from "../../../server/domain/definitions/published-type.ts";
import type { FieldRef } from "../../../server/domain/records/record-reader.ts";
import type { DataSchema } from "../../../server/plugin-api/data-schema.ts";

/** What types are published for. */
export const office = { roles: [{ id: "librarian", title: "Librarian", staff: true }] };

const bookProperties: { readonly [field: string]: DataSchema } = {
  title: { type: "string", "x-index": true, "x-search": true },
  shelf: { type: "string", enum: ["A", "B"], "x-index": true },
  pages: { type: "integer", "x-index": true },
  rare: { type: "boolean", "x-index": true },
  boughtOn: { type: "string", format: "date", "x-index": true },
  tags: { type: "array", items: { type: "string" }, "x-index": true },
  note: { type: "string", "x-search": true },
  "binding-colour": { type: "string" },
  author: { type: "object", properties: { name: { type: "string", "x-index": true } } },
};

/** The books of a library, with other fields than usual when they are given. */
export function booksType(properties = bookProperties, version = 1): PublishedType {
  const schema: DataSchema = { type: "object", properties };
  return publishType({ id: "books", title: "Books", display: "{title}", schema }, { version, office });
}

/** The workflow of a library: loans refer to readers. */
export const loansType: PublishedType = publishType(
  {
    id: "loans",
    title: "Loans",
    schema: { type: "object", properties: { readerId: { type: "string", "x-reference": "readers" } } },
    machine: { initial: "out", states: { out: {} } },
  },
  { version: 1, office },
);

/** How lists speak of a field of the books. */
export function bookField(name: string): FieldRef {
  const field = booksType().fields.get(name);
  if (!field) throw new Error(`Books have no field "${name}"`);
  return field.ref;
}

/** How lists speak of a field that the office keeps of every record. */
export function systemField(name: string): FieldRef {
  return { name, kind: "system" };
}
