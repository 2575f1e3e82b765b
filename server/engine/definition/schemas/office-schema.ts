import type { MetaSchema } from "./meta-schema.ts";
import { duration, sharedDefinitions } from "./shared-definitions.ts";

const text: MetaSchema = { $ref: "#/$defs/text" };

/** What `office.json` must satisfy. Published as `workflows/schema/office.schema.json`. */
export const officeSchema: MetaSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://passerelle.local/schema/office.schema.json",
  title: "Office",
  type: "object",
  required: ["id", "name", "timeZone", "languages", "roles"],
  properties: {
    $schema: { type: "string" },
    id: { type: "string", pattern: "^[a-z][a-z0-9-]*$", maxLength: 50 },
    name: text,
    timeZone: { type: "string", minLength: 1 },
    languages: { type: "array", items: { enum: ["fr", "en"] }, minItems: 1, uniqueItems: true },
    roles: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["id", "title"],
        properties: {
          id: { type: "string", pattern: "^[a-z][a-z0-9-]*$" },
          title: text,
          staff: { type: "boolean" },
          reports: { enum: ["full", "masked"] },
        },
        additionalProperties: false,
      },
    },
    plugins: { $ref: "#/$defs/ids" },
    workingDays: {
      type: "object",
      required: ["days"],
      properties: {
        days: { type: "array", items: { type: "integer", minimum: 1, maximum: 7 }, minItems: 1, uniqueItems: true },
        holidays: { enum: ["FR"] },
      },
      additionalProperties: false,
    },
    navigation: {
      type: "array",
      items: {
        type: "object",
        required: ["title", "items"],
        properties: {
          title: text,
          items: {
            type: "array",
            items: {
              type: "object",
              properties: { type: { type: "string" }, page: { type: "string" }, title: text, icon: { type: "string" } },
              additionalProperties: false,
            },
          },
        },
        additionalProperties: false,
      },
    },
    privacy: {
      type: "object",
      properties: { deletedRecords: duration, readLog: duration },
      additionalProperties: false,
    },
    quickCreate: {
      type: "array",
      items: {
        type: "object",
        required: ["type", "title"],
        properties: { type: { type: "string" }, title: text, page: { type: "string" } },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
  $defs: { text: sharedDefinitions["text"] ?? {}, ids: sharedDefinitions["ids"] ?? {} },
};
