import { describe, expect, test } from "vitest";
import { fieldsOf } from "../../../server/engine/schema/walk-schema.ts";
import type { RecordTypeDefinition } from "../../../server/plugin-api/record-type-definition.ts";
import { keyOf } from "../../schema-ui/key-of.ts";
import { answersOf, withField } from "./field-definition.ts";

const books: RecordTypeDefinition = {
  id: "books",
  title: { fr: "Livres", en: "Books" },
  display: "{title}",
  schema: {
    type: "object",
    required: ["title"],
    properties: {
      title: { type: "string", "x-title": { fr: "Titre", en: "Title" }, "x-help": { fr: "En entier", en: "In full" } },
    },
  },
  list: { columns: ["title"] },
};

function titleField() {
  const [field] = fieldsOf(books.schema);
  if (!field) throw new Error("books has a title");
  return field;
}

describe("the small form of a field", () => {
  test("a new field gets a name made from its words, and its place in list and filters", () => {
    const next = withField(books, null, {
      titleFr: "État du livre",
      kind: "choice",
      choices: ["Très bon", "Usé"],
      column: true,
      filter: true,
    });
    expect(next.schema.properties?.["etatDuLivre"]).toEqual({
      type: "string",
      enum: ["tres-bon", "use"],
      "x-labels": { "tres-bon": "Très bon", use: "Usé" },
      "x-title": { fr: "État du livre" },
      "x-index": true,
    });
    expect(next.list).toEqual({ columns: ["title", "etatDuLivre"], filters: ["etatDuLivre"] });
    expect(next.schema.required).toEqual(["title"]);
  });

  test("a name that is taken gets a number", () => {
    const next = withField(books, null, { titleFr: "Title", kind: "text" });
    expect(Object.keys(next.schema.properties ?? {})).toEqual(["title", "title2"]);
  });

  test("saving a field unchanged changes nothing of it", () => {
    const answers = answersOf(books, titleField());
    const next = withField(books, titleField(), {
      titleFr: "Titre",
      titleEn: "Title",
      helpFr: "En entier",
      required: true,
      column: true,
    });
    expect(answers).toEqual({
      titleFr: "Titre",
      titleEn: "Title",
      helpFr: "En entier",
      required: true,
      column: true,
      filter: false,
      search: false,
    });
    expect(next.schema.required).toEqual(books.schema.required);
    expect(next.schema.properties?.["title"]).toEqual({ ...books.schema.properties?.["title"], "x-index": true });
  });

  test("keys are plain ASCII and never begin with a digit", () => {
    expect(keyOf("2e téléphone", "")).toBe("n2eTelephone");
    expect(keyOf("À l'œuvre !", "-")).toBe("a-l-uvre");
  });
});
