import { describe, expect, it } from "vitest";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import { testValidator } from "../testing/test-validator.ts";
import { when } from "../testing/when.ts";
import { checkData } from "./check-data.ts";

function check(schema: DataSchema, data: JsonObject, language: "fr" | "en" = "en") {
  const issues = checkData(schema, data, { validator: testValidator, language });
  return Object.fromEntries(issues.map(({ path, message }) => [path, message]));
}

describe("checkData", () => {
  it("finds nothing in what is right", () => {
    expect(check({ type: "object", properties: { a: { type: "string" } } }, { a: "x" })).toEqual({});
  });

  it("refuses fields that the schema does not have, inside objects and lists too", () => {
    const schema: DataSchema = {
      type: "object",
      properties: {
        place: { type: "object", properties: { row: { type: "integer" } } },
        copies: { type: "array", items: { type: "object", properties: { n: { type: "integer" } } } },
        free: { type: "object" },
        open: { type: "object", properties: {}, additionalProperties: true },
      },
    };
    const data = { x: 1, place: { row: 1, y: 2 }, copies: [{ n: 1 }, { z: 2 }], free: { any: 1 }, open: { any: 1 } };
    expect(Object.keys(check(schema, data))).toEqual(["x", "place.y", "copies.1.z"]);
  });

  it("knows the fields that only a branch declares", () => {
    const branch = when({ required: ["a"] }, { properties: { b: { type: "string" } } });
    expect(check({ properties: { a: {} }, allOf: [branch] }, { a: 1, b: "x" })).toEqual({});
  });

  it("takes a required text of blanks for a missing one, wherever it is required", () => {
    const schema: DataSchema = {
      type: "object",
      required: ["name", "place", "copies"],
      properties: {
        name: { type: "string" },
        note: { type: "string" },
        place: { type: "object", required: ["row"], properties: { row: { type: "string" } } },
        copies: {
          type: "array",
          items: { type: "object", required: ["code"], properties: { code: { type: "string" } } },
        },
        lent: { type: "boolean" },
        to: { type: "string" },
      },
      allOf: [when({ required: ["lent"] }, { required: ["to"] })],
    };
    const blanks = {
      name: " \u00a0\u200b",
      note: "  ",
      place: { row: "" },
      copies: [{ code: "\t" }],
      lent: true,
      to: " ",
    };
    const missing = "This field is required.";
    expect(check(schema, blanks)).toEqual({
      name: missing,
      "place.row": missing,
      "copies.0.code": missing,
      to: missing,
    });
  });

  it("says in words what each keyword asks", () => {
    const schema: DataSchema = {
      type: "object",
      required: ["missing"],
      properties: {
        text: { type: "string" },
        long: { type: "string", minLength: 3 },
        empty: { type: "string", minLength: 1 },
        kind: {
          enum: ["a", "b"],
          "x-labels": { a: { fr: "premier", en: "first" }, b: { fr: "second", en: "second" } },
        },
        list: { type: "array", minItems: 1, items: { type: "integer", maximum: 9 } },
        mail: { type: "string", format: "email" },
        either: { anyOf: [{ type: "string" }, { type: "integer" }] },
        never: { not: { const: 1 } },
        missing: {},
      },
    };
    const data = { text: 1, long: "a", empty: "", kind: "c", list: [1, 12], mail: "x", either: true, never: 1 };
    expect(check(schema, data)).toEqual({
      missing: "This field is required.",
      text: "A text is expected.",
      long: "At least 3 characters.",
      empty: "This field is required.",
      kind: "Choose one of: first, second.",
      "list.1": "At most 9.",
      mail: "This e-mail address is not complete.",
      either: "It is none of the forms expected.",
      never: "This value is not allowed here.",
    });
    expect(check({ properties: { list: { type: "array", minItems: 1 } } }, { list: [] }, "fr")).toEqual({
      list: "Donnez au moins une valeur.",
    });
  });

  it("tells one thing of a path whose type is wrong", () => {
    const schema: DataSchema = { properties: { n: { type: "integer", enum: [1, 2] } } };
    expect(checkData(schema, { n: "x" }, { validator: testValidator, language: "en" })).toEqual([
      { path: "n", keyword: "type", message: "A whole number is expected." },
    ]);
  });

  it("tells what a branch asks for, at its field", () => {
    const branch = when(
      { properties: { kind: { const: "loan" } }, required: ["kind"] },
      { required: ["dueOn"] },
      { properties: { kind: { const: "gift" } } },
    );
    const schema: DataSchema = {
      type: "object",
      properties: { kind: { type: "string" }, dueOn: { type: "string" } },
      allOf: [branch],
    };
    expect(check(schema, { kind: "loan" })).toEqual({ dueOn: "This field is required." });
    expect(check(schema, { kind: "other" })).toEqual({ kind: "The value expected is “gift”." });
  });
});
