import { describe, expect, test } from "vitest";
import { createAjvValidator } from "../../../adapters/validation/ajv-validator.ts";
import { DomainError } from "../../domain-error.ts";
import { parseOfficePack } from "./parse-office-pack.ts";

const validator = createAjvValidator();

const office = {
  id: "library",
  name: "Library",
  timeZone: "Europe/Paris",
  languages: ["fr"],
  roles: [{ id: "librarian", title: "Librarian", staff: true }],
};
const books = { id: "books", title: "Books", display: "{title}", schema: { type: "object", properties: {} } };
const loans = { id: "loans", title: "Loans", machine: { initial: "out", states: { out: {} } } };

function pack(files: { readonly [path: string]: unknown }) {
  const whole = { "office.json": office, "records/books.json": books, "loans/workflow.json": loans, ...files };
  const texts = Object.entries(whole).map(
    ([path, file]) => [path, typeof file === "string" ? file : JSON.stringify(file)] as const,
  );
  return parseOfficePack(new Map(texts), validator);
}

function refusal(files: { readonly [path: string]: unknown }) {
  try {
    pack(files);
  } catch (error) {
    if (error instanceof DomainError) return error.details;
  }
  throw new Error("The pack was not refused");
}

test("a pack is its office, its record types and its workflows", () => {
  const { office: found, recordTypes, workflows } = pack({});
  expect([found.id, recordTypes.map((type) => type.id), workflows.map((type) => type.id)]).toEqual([
    "library",
    ["books"],
    ["loans"],
  ]);
});

test("other files of the folder are none of its business", () => {
  expect(() =>
    pack({ "schema/workflow.schema.json": "no", "loans/scenarios/a.json": "no", "README.md": "no" }),
  ).not.toThrow();
});

test("a folder without office.json says where to look", () => {
  expect(() => parseOfficePack(new Map(), validator)).toThrow("PASSERELLE_OFFICE");
});

describe("a broken file is told in one sentence with its name and the place", () => {
  test("not JSON: the line and the column", () => {
    const broken = '{\n  "id": "books",\n  "title": Books\n}';
    expect(refusal({ "records/books.json": broken })).toMatchObject({
      code: "broken-definition-file",
      message: {
        fr: "Le fichier de définition « records/books.json » ne peut pas être lu : ce n’est pas du JSON (ligne 3, colonne 12).",
        en: 'The definition file "records/books.json" cannot be read: this is not JSON (line 3, column 12).',
      },
    });
  });

  test("cut off: the end of the file", () => {
    expect(refusal({ "office.json": '{\n  "id":' }).message).toMatchObject({ en: expect.stringContaining("line 2") });
    expect(refusal({ "office.json": "" }).message).toMatchObject({ en: expect.stringContaining("line 1, column 1") });
  });

  test("not a definition: the path", () => {
    const broken = { ...loans, machine: { initial: "out", states: { out: { on: { RETURN: 3 } } } } };
    const { message } = refusal({ "loans/workflow.json": broken });
    expect(message).toMatchObject({
      en: expect.stringMatching(/"loans\/workflow\.json".*machine\.states\.out\.on\.RETURN/),
    });
    expect(message).toMatchObject({ fr: expect.stringMatching(/\.$/) });
  });

  test("not the id that its name asks for", () => {
    const { message } = refusal({ "records/members.json": books });
    expect(message).toMatchObject({
      en: expect.stringContaining('its "id" is "books" where its name asks for "members"'),
    });
  });
});
