import { dataSchemaDefinitions } from "./data-schema-schema.ts";
import { machineDefinitions } from "./machine-schema.ts";
import type { MetaSchema } from "./meta-schema.ts";
import { sharedDefinitions, typeProperties } from "./shared-definitions.ts";

/** What the file of a workflow must satisfy. Published as `workflows/schema/workflow.schema.json`. */
export const workflowSchema: MetaSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://passerelle.local/schema/workflow.schema.json",
  title: "Workflow",
  type: "object",
  required: ["id", "title", "machine"],
  properties: {
    ...typeProperties,
    schema: { $ref: "#/$defs/dataSchema" },
    create: {
      type: "object",
      properties: {
        title: { $ref: "#/$defs/text" },
        form: { type: ["string", "object"], $ref: "#/$defs/dataKeywords" },
        roles: { $ref: "#/$defs/ids" },
        guard: { $ref: "#/$defs/guard" },
      },
      additionalProperties: false,
    },
    machine: { $ref: "#/$defs/state", required: ["states"], properties: { states: { minProperties: 1 } } },
    delays: { type: "object", additionalProperties: { $ref: "#/$defs/delay" } },
    forms: { type: "object", additionalProperties: { $ref: "#/$defs/dataSchema" } },
    board: {
      type: "object",
      properties: {
        columns: { $ref: "#/$defs/ids" },
        card: { type: "object", additionalProperties: { $ref: "#/$defs/text" } },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
  $defs: { ...sharedDefinitions, ...dataSchemaDefinitions, ...machineDefinitions },
};
