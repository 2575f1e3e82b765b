import type { SchemaIssue } from "../../plugin-api/data-schema.ts";
import type { OfficeDefinition } from "../../plugin-api/office-definition.ts";
import type { RecordTypeDefinition } from "../../plugin-api/record-type-definition.ts";
import type { Language } from "../../plugin-api/text.ts";
import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import type { SchemaValidator } from "../schema/validator.ts";
import type { MetaSchema } from "./schemas/meta-schema.ts";
import { officeSchema } from "./schemas/office-schema.ts";
import { recordTypeSchema } from "./schemas/record-type-schema.ts";
import { workflowSchema } from "./schemas/workflow-schema.ts";

/** A definition, or what is wrong with its shape. */
export type Parsed<Definition> =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly issues: readonly SchemaIssue[] };

/** Checks a workflow against `workflows/schema/workflow.schema.json`; lint says what the shape does not. */
export function parseWorkflow(
  value: unknown,
  validator: SchemaValidator,
  language: Language,
): Parsed<WorkflowDefinition> {
  return parse(workflowSchema, value, { validator, language });
}

/** Checks a record type against `workflows/schema/record-type.schema.json`. */
export function parseRecordType(
  value: unknown,
  validator: SchemaValidator,
  language: Language,
): Parsed<RecordTypeDefinition> {
  return parse(recordTypeSchema, value, { validator, language });
}

/** Checks an office against `workflows/schema/office.schema.json`. */
export function parseOffice(value: unknown, validator: SchemaValidator, language: Language): Parsed<OfficeDefinition> {
  return parse(officeSchema, value, { validator, language });
}

/** The schema is what makes the value a definition. */
function parse<Definition>(
  schema: MetaSchema,
  value: unknown,
  { validator, language }: { readonly validator: SchemaValidator; readonly language: Language },
): Parsed<Definition> {
  const issues = validator.check(schema, value, language);
  return issues.length === 0 ? { ok: true, definition: value as Definition } : { ok: false, issues };
}
