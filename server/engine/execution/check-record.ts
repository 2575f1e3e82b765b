import type { SchemaIssue } from "../../plugin-api/data-schema.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import { say } from "../language/say.ts";
import { checkData } from "../schema/check-data.ts";

/**
 * What would be wrong with the data of a case. A field that the schema no longer has stays in old data unseen; one that
 * is `given` now is refused.
 */
export function checkRecord(
  { schema, fields, tools }: CompiledWorkflow,
  data: JsonObject,
  options: { readonly given: readonly string[]; readonly language: Language },
): readonly SchemaIssue[] {
  const open = schema.additionalProperties === true;
  const seen = open ? data : Object.fromEntries(Object.entries(data).filter(([field]) => fields.has(field)));
  const issues = checkData(schema, seen, { validator: tools.validator, language: options.language });
  const unknown = open ? [] : options.given.filter((field) => !fields.has(field));
  const message = say(options.language, "issue.unknown-field");
  return [...issues, ...unknown.map((path) => ({ path, keyword: "additionalProperties", message }))];
}
