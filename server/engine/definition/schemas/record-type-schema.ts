import { dataSchemaDefinitions } from "./data-schema-schema.ts";
import type { MetaSchema } from "./meta-schema.ts";
import { sharedDefinitions, typeProperties } from "./shared-definitions.ts";

/** What the file of a record type must satisfy. Published as `workflows/schema/record-type.schema.json`. */
export const recordTypeSchema: MetaSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://passerelle.local/schema/record-type.schema.json",
  title: "Record type",
  type: "object",
  required: ["id", "title", "display", "schema"],
  properties: {
    ...typeProperties,
    sortName: { type: "string", minLength: 1 },
    tellApart: { $ref: "#/$defs/ids" },
    schema: { $ref: "#/$defs/dataSchema" },
    keys: {
      description: "Natural keys, tried in their order when records are imported: the fields of each.",
      type: "array",
      items: { type: "array", minItems: 1, items: { type: "string" } },
    },
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
  },
  additionalProperties: false,
  $defs: { ...sharedDefinitions, ...dataSchemaDefinitions },
};
