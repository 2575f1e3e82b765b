import type { DataSchema, SchemaIssue } from "../../plugin-api/data-schema.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";
import { say } from "../language/say.ts";
import { blankTexts, withoutBlankTexts } from "./blank-texts.ts";
import { isObject } from "./is-object.ts";
import type { SchemaValidator } from "./validator.ts";
import { fieldsOf } from "./walk-schema.ts";

interface CheckOptions {
  readonly validator: SchemaValidator;
  readonly language: Language;
}

/**
 * Everything that is wrong with the data of a record or of a form: what the schema says, required texts that hold
 * nothing but blanks, and fields that it does not have (a schema that wants them says `additionalProperties: true`).
 *
 * @example
 * checkData(schema, { dueOn: "tomorrow" }, { validator, language: "en" }); // [{ path: "dueOn", keyword: "format", … }]
 */
export function checkData(schema: DataSchema, data: JsonObject, options: CheckOptions): readonly SchemaIssue[] {
  const found = options.validator.check(schema, data, options.language);
  const issues = [...found, ...blanksInPlaceOfTexts(schema, data, options)];
  const unknown = unknownFields(schema, data, "");
  if (unknown.length === 0) return issues;
  const message = say(options.language, "issue.unknown-field");
  const told = new Set(issues.map((issue) => issue.path));
  return [
    ...issues,
    ...unknown.filter((path) => !told.has(path)).map((path) => ({ path, keyword: "additionalProperties", message })),
  ];
}

/** A text of blanks is not one: where it is required, it is missing. */
function blanksInPlaceOfTexts(schema: DataSchema, data: JsonObject, options: CheckOptions): readonly SchemaIssue[] {
  const blanks = blankTexts(data);
  if (blanks.size === 0) return [];
  const issues = options.validator.check(schema, withoutBlankTexts(data), options.language);
  return issues.filter(({ keyword, path }) => keyword === "required" && blanks.has(path));
}

/** Paths of the fields that the schema does not declare, those inside objects and lists of objects included. */
function unknownFields(schema: DataSchema, value: unknown, at: string): readonly string[] {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items === undefined ? [] : value.flatMap((item, n) => unknownFields(items, item, `${at}${n}.`));
  }
  if (!isObject(value) || schema.additionalProperties !== undefined) return [];
  const fields = fieldsOf(schema);
  if (fields.length === 0 && schema.properties === undefined) return [];
  const known = new Map(fields.map((field) => [field.name, field.schema]));
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = known.get(name);
    return field === undefined ? [`${at}${name}`] : unknownFields(field, inner, `${at}${name}.`);
  });
}
