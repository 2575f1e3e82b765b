import { describe, expect, test } from "vitest";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { createCfworkerValidator } from "../app/validation/cfworker-validator.ts";
import { currentSchema } from "./current-schema.ts";

const validator = createCfworkerValidator();
const holds = (condition: DataSchema, values: JsonObject) => validator.check(condition, values, "fr").length === 0;

const loan: DataSchema = {
  type: "object",
  required: ["kind"],
  properties: {
    kind: { type: "string", enum: ["short", "long"] },
    shelf: { type: "string" },
    dueOn: { type: "string", format: "date" },
  },
  allOf: [
    {
      if: { properties: { kind: { const: "long" } }, required: ["kind"] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: {
        required: ["dueOn", "reason"],
        properties: { reason: { type: "string" }, guarantor: { type: "string" } },
      },
    },
  ],
};

const namesNow = (values: JsonObject) => Object.keys(currentSchema(loan, values, holds).properties ?? {});

describe("a form while it is filled in", () => {
  test("what only a branch asks is not there while the branch does not apply", () => {
    expect(namesNow({ kind: "short" })).toEqual(["kind", "shelf"]);
  });

  test("what a branch declares stands right after the question that decides on it", () => {
    expect(namesNow({ kind: "long" })).toEqual(["kind", "reason", "guarantor", "shelf", "dueOn"]);
    expect(currentSchema(loan, { kind: "long" }, holds).required).toEqual(["kind", "dueOn", "reason"]);
  });

  test("a value that is there already stays to be seen", () => {
    expect(namesNow({ kind: "short", dueOn: "2026-01-01" })).toEqual(["kind", "shelf", "dueOn"]);
  });
});
