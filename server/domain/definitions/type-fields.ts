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

/** Names of the fields that the engine keeps: a schema may not use them for data. */
export const systemFieldNames: ReadonlySet<string> = new Set([
  ...Object.keys(recordFields),
  ...Object.keys(caseFields),
  "state",
  "displayName",
]);

/** Every field that a list of the type may filter or sort by. */
export function typeFields(
  kind: "record" | "workflow",
  schema: DataSchema,
  permissions: Permissions,
): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  const classes = readingClasses(schema, permissions);
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    addDataField({ fields, path: name, schema: property, searchClass: classes.get(name) ?? "a" });
  }
  const system = kind === "workflow" ? { ...recordFields, ...caseFields } : recordFields;
  for (const [name, property] of Object.entries(system)) {
    const ref: FieldRef = { name, kind: "system" };
    fields.set(name, { ref, schema: property, indexed: true, searched: false, searchClass: "a" });
  }
  return fields;
}

/** The fields of the data, nested objects included, that hold the id of a record of another type. */
export function referencesOf(schema: DataSchema): readonly { readonly field: string; readonly type: string }[] {
  return Object.entries(schema.properties ?? {}).flatMap(([field, property]) => {
    const type = property["x-reference"];
    if (type !== undefined) {
      return [{ field, type }];
    }
    return referencesOf(property).map((nested) => ({ ...nested, field: `${field}.${nested.field}` }));
  });
}

function addDataField(found: {
  readonly fields: Map<string, Field>;
  readonly path: string;
  readonly schema: DataSchema;
  readonly searchClass: string;
}): void {
  const { fields, path, schema, searchClass } = found;
  if (schema.properties !== undefined) {
    for (const [name, property] of Object.entries(schema.properties)) {
      addDataField({ fields, path: `${path}.${name}`, schema: property, searchClass });
    }
    return;
  }
  const kind = kindOf(schema);
  if (kind !== null) {
    fields.set(path, {
      ref: { name: path, kind },
      schema,
      indexed: schema["x-index"] === true,
      searched: schema["x-search"] === true,
      searchClass,
    });
  }
}

function kindOf(schema: DataSchema): FieldRef["kind"] | null {
  const type = Array.isArray(schema.type) ? schema.type.find((each) => each !== "null") : schema.type;
  if (type === "number" || type === "integer") {
    return "number";
  }
  if (type === "boolean") {
    return "boolean";
  }
  if (type === "array") {
    return schema.items?.properties === undefined ? "list" : null;
  }
  if (type === "object") {
    return null;
  }
  if (schema.format === "date" || schema.format === "date-time") {
    return "date";
  }
  const isCode = schema.enum !== undefined || schema.format !== undefined || schema["x-reference"] !== undefined;
  return isCode || schema["x-widget"] === "staff" || schema["x-widget"] === "file" ? "exact" : "text";
}
