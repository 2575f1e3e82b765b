import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { formats } from "../../engine/schema/formats.ts";
import { issuesFrom, type RawIssue } from "../../engine/schema/issues.ts";
import { unsafeValues } from "../../engine/schema/unsafe-values.ts";
import type { SchemaValidator } from "../../engine/schema/validator.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";

/**
 * Checks values on the server. A schema is compiled when it is first seen and forgotten with it: the same schema is
 * the same object.
 */
export function createAjvValidator(): SchemaValidator {
  const compiled = new WeakMap<DataSchema, ValidateFunction>();
  return {
    check(schema, value, language) {
      const unsafe = unsafeValues(value, language);
      if (unsafe.length > 0) return unsafe;
      const validate = compiled.get(schema) ?? compile(schema);
      compiled.set(schema, validate);
      if (validate(value)) return [];
      return issuesFrom((validate.errors ?? []).map(rawIssue), { schema, value, language });
    },
  };
}

/** An ajv of its own for each schema, so that two versions may bear the same `$id` and each can be forgotten. */
function compile(schema: DataSchema): ValidateFunction {
  const ajv = new Ajv2020({
    allErrors: true,
    ownProperties: true,
    strict: false,
    validateSchema: false,
    logger: false,
    formats,
  });
  return ajv.compile(schema);
}

function rawIssue({ instancePath, schemaPath }: ErrorObject): RawIssue {
  return { instance: instancePath, keyword: schemaPath };
}
