import type { DataSchema, SchemaIssue } from "../../plugin-api/data-schema.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";
import type { SchemaValidator } from "./validator.ts";

/**
 * Everything that is wrong with the data of a record or of a form: what the schema says, and fields that it does not
 * have (a schema that wants them says `additionalProperties: true`).
 */
export function checkData(
  _schema: DataSchema,
  _data: JsonObject,
  _options: { readonly validator: SchemaValidator; readonly language: Language },
): readonly SchemaIssue[] {
  throw new Error("not built yet");
}
