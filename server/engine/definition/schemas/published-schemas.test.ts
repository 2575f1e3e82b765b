import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loans } from "../../testing/loans.ts";
import { testValidator } from "../../testing/test-validator.ts";
import { parseOffice, parseRecordType, parseWorkflow } from "../parse-definition.ts";
import { officeSchema } from "./office-schema.ts";
import { recordTypeSchema } from "./record-type-schema.ts";
import { workflowSchema } from "./workflow-schema.ts";

const published = { workflow: workflowSchema, "record-type": recordTypeSchema, office: officeSchema };

describe("the published schemas", () => {
  // `VITE_UPDATE_SCHEMAS=1 npx vitest run server/engine/definition/schemas` writes them anew; Biome formats them.
  it.each(Object.entries(published))("workflows/schema/%s.schema.json is what the engine checks", (name, schema) => {
    const file = new URL(`../../../../workflows/schema/${name}.schema.json`, import.meta.url);
    if (import.meta.env["VITE_UPDATE_SCHEMAS"]) writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(schema);
  });
});

const machine = { initial: "a", states: { a: {} } };

describe("parseWorkflow", () => {
  it("takes a complete definition, and one of id, title and machine alone", () => {
    expect(parseWorkflow(loans, testValidator, "en").ok).toBe(true);
    const small = { id: "small", title: "Small", machine };
    expect(parseWorkflow(small, testValidator, "en").ok).toBe(true);
  });

  it.each([
    ["no object", 7],
    ["nothing in it", {}],
    ["an unknown key", { id: "x", title: "X", machine: {}, colour: "red" }],
    ["a machine without stages", { id: "x", title: "X", machine: {} }],
    ["a machine whose stages are none", { id: "x", title: "X", machine: { initial: "a", states: {} } }],
    ["a transition that is null", { id: "x", title: "X", machine: { ...machine, on: { GO: null } } }],
    ["an id that is no path", { id: "X Y", title: "X", machine }],
    ["a stage name with a dot", { id: "x", title: "X", machine: { initial: "a.b", states: { "a.b": {} } } }],
    ["a field that is no schema", { id: "x", title: "X", machine, schema: { properties: { f: "text" } } }],
    ["a field that every object has", { id: "x", title: "X", machine, schema: { properties: { valueOf: {} } } }],
    [
      "a stage that every object has",
      { id: "x", title: "X", machine: { initial: "toString", states: { toString: {} } } },
    ],
    [
      "records kept until before they were made",
      { id: "x", title: "X", machine, privacy: { retention: [{ after: "-P1Y" }] } },
    ],
    ["a duration that is none", { id: "x", title: "X", machine, delays: { soon: { duration: "3 days" } } }],
  ])("refuses %s, with the place", (_what, value) => {
    const parsed = parseWorkflow(value, testValidator, "en");
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? [] : parsed.issues.map(({ message }) => message)).not.toHaveLength(0);
  });

  it("tells the path of what is wrong", () => {
    const parsed = parseWorkflow(
      { id: "x", title: "X", machine: { states: { a: { on: { GO: 3 } } } } },
      testValidator,
      "en",
    );
    expect(parsed).toMatchObject({ ok: false, issues: [{ path: "machine.states.a.on.GO", keyword: "type" }] });
  });
});

describe("parseRecordType and parseOffice", () => {
  it("take what is right and refuse what is not", () => {
    const members = {
      id: "members",
      title: "Members",
      display: "{name}",
      schema: { type: "object", properties: { name: { type: "string" } } },
    };
    expect(parseRecordType(members, testValidator, "fr").ok).toBe(true);
    expect(parseRecordType({ id: "members", title: "Members", display: "{name}" }, testValidator, "fr").ok).toBe(false);
    const office = {
      id: "library",
      name: "Library",
      timeZone: "Europe/Paris",
      languages: ["fr"],
      roles: [{ id: "librarian", title: "Librarian" }],
    };
    expect(parseOffice(office, testValidator, "fr").ok).toBe(true);
    expect(parseOffice({ ...office, roles: [] }, testValidator, "fr").ok).toBe(false);
  });
});
