import type { CompiledWorkflow } from "../../engine/definition/compiled-workflow.ts";
import { fieldsOf, referencesOf } from "../../engine/schema/walk-schema.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { OfficeDefinition } from "../../plugin-api/office-definition.ts";
import type { RecordTypeDefinition } from "../../plugin-api/record-type-definition.ts";
import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import { translatedFieldsOf } from "../records/translated-fields.ts";
import { permissionsOf } from "./permissions-of.ts";
import type { PublishedType } from "./published-type.ts";
import { typeFields } from "./type-fields.ts";

/** What a definition is published with. */
export interface PublishOptions {
  readonly version: number;
  readonly office: Pick<OfficeDefinition, "roles">;
  /** The machine, for a workflow. */
  readonly compiled?: CompiledWorkflow;
  /** The plugin that contributes it. */
  readonly source?: string;
}

const noData: DataSchema = { type: "object", properties: {}, additionalProperties: false };

/**
 * Works out once what a definition means: its fields, references, permissions and templates, with the defaults of
 * whatever it leaves out.
 *
 * @example
 * publishType(members, { version: 1, office }).fields.get("joinedOn")?.ref.kind; // "date"
 */
export function publishType(
  definition: RecordTypeDefinition | WorkflowDefinition,
  options: PublishOptions,
): PublishedType {
  const kind = "machine" in definition ? "workflow" : "record";
  const schema = definition.schema ?? noData;
  const permissions = permissionsOf(definition, options.office);
  const display = definition.display ?? defaultDisplay(schema);
  return {
    id: definition.id,
    kind,
    version: options.version,
    definition,
    ...(options.source === undefined ? {} : { source: options.source }),
    permissions,
    display,
    sortName: ("sortName" in definition ? definition.sortName : undefined) ?? display,
    schema,
    fields: typeFields(kind, schema, permissions),
    references: referencesOf(schema),
    translated: translatedFieldsOf(schema),
    ...(options.compiled === undefined ? {} : { compiled: options.compiled }),
  };
}

/** The first record that it refers to, else its first text. */
function defaultDisplay(schema: DataSchema): string {
  const fields = fieldsOf(schema);
  const reference = fields.find((field) => field.schema["x-reference"] !== undefined);
  const text = fields.find((field) => field.schema.type === "string" && field.schema.enum === undefined);
  return `{${(reference ?? text)?.name ?? "id"}}`;
}
