import type { SchemaIssue } from "../../plugin-api/data-schema.ts";
import type { OfficeDefinition, RecordTypeDefinition } from "../../plugin-api/record-type-definition.ts";
import type { Language } from "../../plugin-api/text.ts";
import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import type { SchemaValidator } from "../schema/validator.ts";

/** A definition, or what is wrong with its shape. */
export type Parsed<Definition> =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly issues: readonly SchemaIssue[] };

/** Checks a workflow against `workflows/schema/workflow.schema.json`; lint says what the shape does not. */
export function parseWorkflow(
  _value: unknown,
  _validator: SchemaValidator,
  _language: Language,
): Parsed<WorkflowDefinition> {
  throw new Error("not built yet");
}

/** Checks a record type against `workflows/schema/record-type.schema.json`. */
export function parseRecordType(
  _value: unknown,
  _validator: SchemaValidator,
  _language: Language,
): Parsed<RecordTypeDefinition> {
  throw new Error("not built yet");
}

/** Checks an office against `workflows/schema/office.schema.json`. */
export function parseOffice(
  _value: unknown,
  _validator: SchemaValidator,
  _language: Language,
): Parsed<OfficeDefinition> {
  throw new Error("not built yet");
}
