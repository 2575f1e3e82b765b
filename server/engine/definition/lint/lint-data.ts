import type { DataSchema } from "../../../plugin-api/data-schema.ts";
import { formats } from "../../schema/formats.ts";
import { allFieldsOf, fieldsOf, referencesOf, type SchemaField } from "../../schema/walk-schema.ts";
import { token } from "../state-tree.ts";
import { systemFields } from "../system-fields.ts";
import type { Findings } from "./findings.ts";

/** The schema of the data: references, formats, sections, labels, names. */
export function lintData(schema: DataSchema, self: string, findings: Findings): void {
  for (const { name } of fieldsOf(schema)) {
    if (systemFields.has(name) && name !== "assigneeId")
      findings.error("reserved-field", `/schema/properties/${token(name)}`, { field: name });
  }
  for (const { field, type } of referencesOf(schema)) {
    if (type === self || findings.context.recordTypes.includes(type)) continue;
    findings.error("unknown-type", fieldPointer("/schema", field), { type });
  }
  lintHints(schema, "/schema", findings);
  for (const [n, name] of (schema.required ?? []).entries()) {
    if (!fieldsOf(schema).some((field) => field.name === name)) {
      findings.error("unknown-field", `/schema/required/${n}`, { field: name });
    }
  }
}

/** The hints of a schema, of the data or of a form: formats, sections, labels. */
export function lintHints(schema: DataSchema, at: string, findings: Findings): void {
  const groups = schema["x-groups"]?.map(({ id }) => id);
  for (const field of allFieldsOf(schema)) {
    const path = fieldPointer(at, field.path);
    const { format } = field.schema;
    if (format !== undefined && !Object.hasOwn(formats, format)) findings.error("unknown-format", path, { format });
    if (groups !== undefined && field.group !== null && !groups.includes(field.group)) {
      findings.warning("unknown-group", path, { group: field.group });
    }
    for (const value of unknownLabels(field)) findings.warning("label-without-value", path, { value });
  }
}

/** The place of a field in the document, as near as its path tells. */
export function fieldPointer(at: string, path: string): string {
  return `${at}/properties/${path.split(".").map(token).join("/properties/")}`;
}

function unknownLabels({ schema }: SchemaField): readonly string[] {
  const values = schema.enum ?? schema.items?.enum;
  const labels = schema["x-labels"] ?? schema.items?.["x-labels"];
  if (values === undefined || labels === undefined) return [];
  return Object.keys(labels).filter((label) => !values.some((value) => String(value) === label));
}
