import { allFieldsOf } from "../../engine/schema/walk-schema.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { Permissions } from "../../plugin-api/record-type-definition.ts";
import type { FieldRef } from "../records/record-reader.ts";
import type { Field } from "./published-type.ts";
import { readingClasses } from "./reading-classes.ts";

/** What every record has beside its data. */
const recordFields: Readonly<Record<string, DataSchema>> = {
  id: { type: "string" },
  version: { type: "integer" },
  createdAt: { type: "string", format: "date-time" },
  updatedAt: { type: "string", format: "date-time" },
  displayName: { type: "string" },
};

/** What a case has besides. */
const caseFields: Readonly<Record<string, DataSchema>> = {
  stage: { type: "string" },
  status: { type: "string", enum: ["active", "done"] },
  assigneeId: { type: "string", "x-widget": "staff" },
  stageSince: { type: "string", format: "date-time" },
  dueAt: { type: "string", format: "date-time" },
  workflowVersion: { type: "integer" },
};

/** Every field that a list of the type may filter or sort by. Fields inside arrays are none. */
export function typeFields(
  kind: "record" | "workflow",
  schema: DataSchema,
  permissions: Permissions,
): ReadonlyMap<string, Field> {
  const classes = readingClasses(schema, permissions);
  const fields = new Map<string, Field>();
  for (const { path, schema: property, repeated } of allFieldsOf(schema)) {
    const refKind = repeated ? null : kindOf(property);
    if (refKind === null) continue;
    const indexed = property["x-index"] === true || holdsFiles(property);
    fields.set(path, {
      ref: { name: path, kind: refKind, ...(indexed ? { indexed } : {}) },
      schema: property,
      indexed,
      searched: property["x-search"] === true,
      searchClass: classes.get(topLevelOf(path)) ?? "a",
    });
  }
  const system = kind === "workflow" ? { ...recordFields, ...caseFields } : recordFields;
  for (const [name, property] of Object.entries(system)) {
    const ref: FieldRef = { name, kind: "system" };
    fields.set(name, { ref, schema: property, indexed: true, searched: false, searchClass: "a" });
  }
  return fields;
}

/** Whether the field holds a document or several: whoever asks for one is let in by the record that holds it. */
export function holdsFiles(schema: DataSchema): boolean {
  return schema["x-widget"] === "file" || schema.items?.["x-widget"] === "file";
}

/** The field of the record that a dotted path begins with: what rights are given by. */
export function topLevelOf(path: string): string {
  return path.split(".")[0] ?? path;
}

function kindOf(schema: DataSchema): FieldRef["kind"] | null {
  const type = Array.isArray(schema.type) ? schema.type.find((each) => each !== "null") : schema.type;
  if (type === "number" || type === "integer") return "number";
  if (type === "boolean") return "boolean";
  if (type === "array") return schema.items?.properties === undefined ? "list" : null;
  if (type === "object") return null;
  if (schema.format === "date" || schema.format === "date-time") return "date";
  const isCode = schema.enum !== undefined || schema.format !== undefined || schema["x-reference"] !== undefined;
  return isCode || schema["x-widget"] === "staff" || schema["x-widget"] === "file" ? "exact" : "text";
}
