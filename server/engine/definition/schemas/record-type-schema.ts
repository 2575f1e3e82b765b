import { dataSchemaDefinitions } from "./data-schema-schema.ts";
import type { MetaSchema } from "./meta-schema.ts";
import { sharedDefinitions, typeId } from "./shared-definitions.ts";

/** What the file of a record type must satisfy. Published as `workflows/schema/record-type.schema.json`. */
export const recordTypeSchema: MetaSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://passerelle.local/schema/record-type.schema.json",
  title: "Record type",
  type: "object",
  required: ["id", "title", "display", "schema"],
  properties: {
    $schema: { type: "string" },
    id: typeId,
    title: { $ref: "#/$defs/text" },
    description: { $ref: "#/$defs/text" },
    icon: { type: "string" },
    display: { type: "string", minLength: 1 },
    sortName: { type: "string", minLength: 1 },
    tellApart: { $ref: "#/$defs/ids" },
    schema: { $ref: "#/$defs/dataSchema" },
    keys: {
      description: "Natural keys, tried in their order when records are imported: the fields of each.",
      type: "array",
      items: { type: "array", minItems: 1, items: { type: "string" } },
    },
    permissions: { $ref: "#/$defs/permissions" },
    derived: { $ref: "#/$defs/derived" },
    list: { $ref: "#/$defs/list" },
    facts: { $ref: "#/$defs/ids" },
    create: {
      type: "object",
      required: ["title"],
      properties: { title: { $ref: "#/$defs/text" } },
      additionalProperties: false,
    },
    tab: {
      type: "object",
      required: ["add"],
      properties: { add: { $ref: "#/$defs/text" } },
      additionalProperties: false,
    },
    personal: { type: "boolean" },
    privacy: { $ref: "#/$defs/privacy" },
    effects: { $ref: "#/$defs/effects" },
  },
  additionalProperties: false,
  $defs: { ...sharedDefinitions, ...dataSchemaDefinitions },
};
