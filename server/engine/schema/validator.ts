import type { DataSchema, SchemaIssue } from "../../plugin-api/data-schema.ts";
import type { Language } from "../../plugin-api/text.ts";

/**
 * Checks values against schemas. The engine is given one: ajv on the server, @cfworker/json-schema in the browser,
 * whose content policy refuses the code generation of ajv. Both pass the suite in `test/integration/validators.test.ts`.
 */
export interface SchemaValidator {
  /** Everything that is wrong with the value, in the reader's language; empty when nothing is. */
  check(schema: DataSchema, value: unknown, language: Language): readonly SchemaIssue[];
}
