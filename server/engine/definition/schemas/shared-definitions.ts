import type { MetaSchema } from "./meta-schema.ts";

const text: MetaSchema = {
  description: "A sentence: the same in both languages, or one for each.",
  type: ["string", "object"],
  minLength: 1,
  properties: { fr: { type: "string", minLength: 1 }, en: { type: "string", minLength: 1 } },
  required: ["fr"],
  additionalProperties: false,
};

const ids: MetaSchema = { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true };

const guard: MetaSchema = {
  description: "A rule: schema, all, any, not, date, compare, count, text, or one of a plugin.",
  type: ["string", "object"],
  minLength: 1,
  required: ["type"],
  properties: {
    type: { type: "string", minLength: 1 },
    params: {
      type: "object",
      properties: { message: { $ref: "#/$defs/text" }, code: { type: "string" }, field: { type: "string" } },
    },
  },
  additionalProperties: false,
};

const actionKeywords: MetaSchema = {
  description: "Something to do: set, create, send, update, task, or one of a plugin.",
  minLength: 1,
  required: ["type"],
  properties: { type: { type: "string", minLength: 1 }, params: { type: "object" } },
  additionalProperties: false,
};

const action: MetaSchema = { type: ["string", "object"], $ref: "#/$defs/actionKeywords" };

const permissions: MetaSchema = {
  description: "Who may do what. A role that is not named may not; admin always may.",
  type: "object",
  properties: {
    read: { $ref: "#/$defs/ids" },
    create: { $ref: "#/$defs/ids" },
    update: { $ref: "#/$defs/ids" },
    delete: { $ref: "#/$defs/ids" },
    events: { type: "object", additionalProperties: { $ref: "#/$defs/ids" } },
    fields: {
      type: "object",
      additionalProperties: {
        type: "object",
        properties: { read: { $ref: "#/$defs/ids" }, write: { $ref: "#/$defs/ids" } },
        additionalProperties: false,
      },
    },
    scope: {
      type: "object",
      additionalProperties: {
        type: "object",
        properties: {
          where: { type: "object", additionalProperties: { type: "string" } },
          linkedFrom: {
            type: "object",
            required: ["type", "field"],
            properties: { type: { type: "string" }, field: { type: "string" } },
            additionalProperties: false,
          },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};

const list: MetaSchema = {
  type: "object",
  properties: {
    columns: { $ref: "#/$defs/ids" },
    filters: { $ref: "#/$defs/ids" },
    sort: { type: "array", items: { type: "string" }, minItems: 2, maxItems: 2 },
  },
  additionalProperties: false,
};

const effects: MetaSchema = {
  description: "Done after a record is created or changed.",
  type: "object",
  properties: {
    create: { type: "array", items: { $ref: "#/$defs/action" } },
    update: { type: "array", items: { $ref: "#/$defs/action" } },
  },
  additionalProperties: false,
};

const derived: MetaSchema = {
  description: "Values that are computed, never typed.",
  type: "array",
  items: {
    type: "object",
    required: ["field", "value", "when"],
    properties: { field: { type: "string" }, value: { type: "string" }, when: { $ref: "#/$defs/guard" } },
    additionalProperties: false,
  },
};

/** A length of time that is over in the future: no sign goes before it. */
export const duration: MetaSchema = {
  description: "ISO-8601, such as P2Y or P30D.",
  type: "string",
  format: "duration",
  pattern: "^P",
};

/** Names that JavaScript finds in every object, whether or not it has them: no field and no stage is called so. */
export const namesInEveryObject: MetaSchema = {
  enum: [
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "prototype",
    "toLocaleString",
    "toString",
    "valueOf",
  ],
};

const privacy: MetaSchema = {
  description: "How a person is forgotten whom the records are about, and when.",
  type: "object",
  properties: {
    about: { description: "References to whom the record is about.", $ref: "#/$defs/ids" },
    keep: { description: "Fields that stay, for figures; without it nothing stays.", $ref: "#/$defs/ids" },
    retention: {
      type: "array",
      items: {
        type: "object",
        required: ["after"],
        properties: { after: duration, since: { type: "string", minLength: 1 }, where: { type: "object" } },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};

/** What record types and workflows may both say of themselves. */
export const typeProperties: { readonly [property: string]: MetaSchema } = {
  $schema: { type: "string" },
  id: { type: "string", pattern: "^[a-z][a-z0-9-]*$", maxLength: 50, description: "A path of the API, a name in SQL." },
  title: { $ref: "#/$defs/text" },
  description: { $ref: "#/$defs/text" },
  icon: { type: "string" },
  display: { type: "string", minLength: 1 },
  permissions: { $ref: "#/$defs/permissions" },
  derived: { $ref: "#/$defs/derived" },
  list: { $ref: "#/$defs/list" },
  facts: { $ref: "#/$defs/ids" },
  personal: { type: "boolean" },
  privacy: { $ref: "#/$defs/privacy" },
  effects: { $ref: "#/$defs/effects" },
};

/** Parts that the definitions of record types and of workflows share. */
export const sharedDefinitions: { readonly [name: string]: MetaSchema } = {
  text,
  ids,
  guard,
  action,
  actionKeywords,
  permissions,
  list,
  effects,
  derived,
  privacy,
};
