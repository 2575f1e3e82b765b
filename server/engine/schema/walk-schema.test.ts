import { describe, expect, it } from "vitest";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import { when } from "../testing/when.ts";
import { allFieldsOf, fieldsOf, referencesOf, schemaFor } from "./walk-schema.ts";

const lost: DataSchema = { properties: { state: { const: "lost" } }, required: ["state"] };

const schema: DataSchema = {
  type: "object",
  required: ["state"],
  properties: {
    state: { type: "string", "x-group": "main" },
    memberId: { type: "string", "x-reference": "members" },
    authorIds: { type: "array", items: { type: "string", "x-reference": "authors" } },
    place: { type: "object", "x-group": "where", properties: { shelf: { type: "string" }, row: { type: "integer" } } },
    copies: {
      type: "array",
      items: {
        type: "object",
        required: ["branchId"],
        properties: { branchId: { type: "string", "x-reference": "branches" } },
      },
    },
  },
  allOf: [
    when(
      lost,
      { required: ["fine"], properties: { fine: { type: "integer" } } },
      { properties: { shelf: { type: "string" } } },
    ),
    { required: ["memberId"] },
  ],
};

describe("fieldsOf", () => {
  it("finds the fields of the root and of every branch, but not what an if asks", () => {
    expect(fieldsOf(schema).map(({ name, conditional, required }) => [name, conditional, required])).toEqual([
      ["state", false, true],
      ["memberId", false, true],
      ["authorIds", false, false],
      ["place", false, false],
      ["copies", false, false],
      ["fine", true, false],
      ["shelf", true, false],
    ]);
    expect(fieldsOf(when({ properties: { asked: {} } }, {})).map(({ name }) => name)).toEqual([]);
  });
});

describe("allFieldsOf", () => {
  it("goes into objects and lists, which hand their section on", () => {
    const fields = allFieldsOf(schema);
    expect(fields.find(({ path }) => path === "place.row")).toMatchObject({ group: "where", repeated: false });
    expect(fields.find(({ path }) => path === "copies.branchId")).toMatchObject({ repeated: true, required: false });
  });
});

describe("referencesOf", () => {
  it("finds references, lists of them, and those inside lists", () => {
    expect(referencesOf(schema)).toEqual([
      { field: "memberId", type: "members", many: false },
      { field: "authorIds", type: "authors", many: true },
      { field: "copies.branchId", type: "branches", many: true },
    ]);
  });
});

describe("schemaFor", () => {
  const holds = (condition: DataSchema, value: object): boolean =>
    JSON.stringify(condition) === JSON.stringify(lost) && "state" in value && value.state === "lost";

  it("lays the branches that apply over the schema, and leaves the others out", () => {
    const forLost = schemaFor(schema, { state: "lost" }, holds);
    expect(forLost.required).toEqual(["state", "fine", "memberId"]);
    expect(Object.keys(forLost.properties ?? {})).toContain("fine");
    expect(Object.keys(forLost.properties ?? {})).not.toContain("shelf");
    const forGood = schemaFor(schema, { state: "good" }, holds);
    expect(forGood.required).toEqual(["state", "memberId"]);
    expect(Object.keys(forGood.properties ?? {})).toContain("shelf");
    expect(forGood).not.toHaveProperty("allOf");
  });

  it("refines a field that the root declares", () => {
    const refined = schemaFor(
      { properties: { n: { type: "integer", minimum: 0 } }, allOf: [{ properties: { n: { minimum: 5 } } }] },
      {},
      holds,
    );
    expect(refined.properties?.["n"]).toEqual({ type: "integer", minimum: 5 });
  });
});
