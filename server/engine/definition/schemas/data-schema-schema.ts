import type { MetaSchema } from "./meta-schema.ts";
import { namesInEveryObject } from "./shared-definitions.ts";

const nested: MetaSchema = { $ref: "#/$defs/dataSchema" };
const count: MetaSchema = { type: "integer", minimum: 0 };
const typeNames: MetaSchema = { enum: ["string", "number", "integer", "boolean", "object", "array", "null"] };
const fieldNames: MetaSchema = {
  description: "Names of fields: letters, digits and underscores.",
  type: "string",
  pattern: "^[A-Za-z][A-Za-z0-9_]*$",
  maxLength: 60,
  not: namesInEveryObject,
};

/** The authoring dialect: what a schema of data or of a form may hold. */
export const dataSchemaDefinitions: { readonly [name: string]: MetaSchema } = {
  dataSchema: { type: "object", $ref: "#/$defs/dataKeywords" },
  dataKeywords: {
    description: "A small dialect of JSON Schema 2020-12: objects, arrays, scalars, enums, allOf with if/then/else.",
    properties: {
      type: { anyOf: [typeNames, { type: "array", items: typeNames }] },
      title: { type: "string" },
      description: { type: "string" },
      format: { type: "string" },
      enum: { type: "array", minItems: 1 },
      const: {},
      default: {},
      minimum: { type: "number" },
      maximum: { type: "number" },
      multipleOf: { type: "number" },
      minLength: count,
      maxLength: count,
      pattern: { type: "string", format: "regex" },
      minItems: count,
      maxItems: count,
      uniqueItems: { type: "boolean" },
      contains: nested,
      items: nested,
      properties: {
        type: "object",
        propertyNames: fieldNames,
        additionalProperties: nested,
      },
      required: { $ref: "#/$defs/ids" },
      additionalProperties: { type: ["boolean", "object"], $ref: "#/$defs/dataKeywords" },
      allOf: { type: "array", items: nested },
      anyOf: { type: "array", items: nested, minItems: 1 },
      ...Object.fromEntries(["not", "if", "then", "else"].map((keyword) => [keyword, nested])),
      $schema: { type: "string" },
      $comment: { type: "string" },
      "x-title": { $ref: "#/$defs/text" },
      "x-labels": { type: "object", additionalProperties: { $ref: "#/$defs/text" } },
      "x-help": { $ref: "#/$defs/text" },
      "x-group": { type: "string" },
      "x-groups": {
        type: "array",
        items: {
          type: "object",
          required: ["id", "title"],
          properties: { id: { type: "string" }, title: { $ref: "#/$defs/text" } },
          additionalProperties: false,
        },
      },
      "x-reference": { type: "string" },
      "x-index": { const: true },
      "x-search": { const: true },
      "x-widget": { enum: ["textarea", "file", "radio", "checkboxes", "money", "staff"] },
      "x-told-as": { enum: ["age", "months"] },
      "x-known-from": { type: "string" },
      "x-suggest": {
        type: "object",
        required: ["type", "value"],
        properties: { type: { type: "string" }, value: { type: "string" } },
        additionalProperties: false,
      },
      "x-bands": {
        type: "object",
        additionalProperties: { type: "array", items: { type: "number" }, minItems: 2, maxItems: 2 },
      },
      "x-translations": { type: "string" },
      "x-derived": { const: true },
      "x-hidden": { const: true },
      "x-headers": { type: "array", items: { type: "string" } },
      "x-secret": { const: true },
    },
    additionalProperties: false,
  },
};
