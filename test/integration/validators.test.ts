import { describe, expect, test } from "vitest";
import { createCfworkerValidator } from "../../admin/app/validation/cfworker-validator.ts";
import { createAjvValidator } from "../../server/adapters/validation/ajv-validator.ts";
import { officeSchema } from "../../server/engine/definition/schemas/office-schema.ts";
import { recordTypeSchema } from "../../server/engine/definition/schemas/record-type-schema.ts";
import { workflowSchema } from "../../server/engine/definition/schemas/workflow-schema.ts";
import type { SchemaValidator } from "../../server/engine/schema/validator.ts";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import fixtures from "./validators.fixtures.json" with { type: "json" };

const schema = fixtures.schema as DataSchema;

const validators: readonly (readonly [string, () => SchemaValidator])[] = [
  ["ajv, on the server", createAjvValidator],
  ["cfworker, in the browser", createCfworkerValidator],
];

const workflow = {
  id: "loans",
  title: { fr: "Prêts", en: "Loans" },
  machine: {
    initial: "lent",
    states: {
      lent: {
        on: { RETURN: { target: "returned", actions: ["note", { type: "set", params: {} }] } },
        after: { P21D: "late" },
      },
      late: { on: { RETURN: [{ target: "returned", guard: { type: "schema" } }, "lent"] } },
      returned: { type: "final" },
    },
  },
};

describe.each(validators)("%s", (_name, create) => {
  const validator = create();
  const told = (checked: DataSchema, value: unknown) =>
    validator.check(checked, value, "en").map(({ path, keyword }) => [path, keyword]);

  test.each(fixtures.cases)("$title", ({ value, issues }) => {
    expect(told(schema, value)).toEqual(issues);
  });

  test("says it in the reader's language", () => {
    const value = { name: "Ada", shelf: "maps" };
    expect(validator.check(schema, value, "fr")[0]?.message).toBe("Choisissez parmi : BD, Romans.");
    expect(validator.check(schema, value, "en")[0]?.message).toContain("Comics, Novels");
  });

  test("refuses keys that reach a prototype, wherever they are, and changes none", () => {
    const value: unknown = JSON.parse('{"name": "Ada", "free": {"__proto__": {"polluted": true}}}');
    expect(told(schema, value)).toEqual([["free.__proto__", "unsafe"]]);
    expect(told(schema, JSON.parse('{"name": "Ada", "constructor": {"prototype": 1}}'))).toEqual([
      ["constructor", "unsafe"],
    ]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test("refuses text that no database keeps", () => {
    expect(told(schema, { name: "A\0da" })).toEqual([["name", "unsafe"]]);
    expect(told(schema, { name: "Ada", notes: "\ud800" })).toEqual([["notes", "unsafe"]]);
    expect(told(schema, { name: "Ada 😀" })).toEqual([]);
  });

  test("refuses a value nested without end, instead of running out of stack", () => {
    const deep: unknown = JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`);
    expect(validator.check(schema, { name: "Ada", free: { deep } }, "en")).toMatchObject([{ keyword: "unsafe" }]);
  });

  test("a definition that has the shape of one", () => {
    expect(told(workflowSchema, workflow)).toEqual([]);
    expect(told(recordTypeSchema, { id: "members", title: "Membres", display: "{name}", schema })).toEqual([]);
    const office = {
      id: "library",
      name: "Library",
      timeZone: "Europe/Paris",
      languages: ["fr"],
      roles: [{ id: "staff", title: "Staff" }],
    };
    expect(told(officeSchema, office)).toEqual([]);
  });

  test("a definition that has not: each thing at its place, through references", () => {
    const broken = {
      ...workflow,
      titel: "Loans",
      title: { en: "Loans" },
      machine: { states: { lent: { type: "atom", on: { RETURN: [{ guard: {} }] }, entry: [{ params: {} }] } } },
      schema: { type: "object", properties: { due: { type: "date", "x-index": "yes" } } },
    };
    expect(told(workflowSchema, broken)).toEqual([
      ["machine.states.lent.entry.0.type", "required"],
      ["machine.states.lent.on.RETURN.0.guard.type", "required"],
      ["machine.states.lent.type", "enum"],
      ["schema.properties.due.type", "anyOf"],
      ["schema.properties.due.x-index", "const"],
      ["titel", "additionalProperties"],
      ["title.fr", "required"],
    ]);
  });
});

test("both say the same of every fixture, word for word", () => {
  const [server, browser] = validators.map(([, create]) => create());
  for (const { value } of fixtures.cases) {
    for (const language of ["fr", "en"] as const) {
      expect(browser?.check(schema, value, language)).toEqual(server?.check(schema, value, language));
    }
  }
});

test("the browser's takes what forms leave undefined for not there", () => {
  const value = { name: "Ada", born: undefined, address: { city: "Angers", zip: undefined } };
  expect(createCfworkerValidator().check(schema, value, "en")).toEqual([]);
});
