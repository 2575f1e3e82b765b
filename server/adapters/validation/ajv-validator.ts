import { Ajv2020, type AnySchema, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { formats } from "../../engine/schema/formats.ts";
import { issuesFrom, type RawIssue } from "../../engine/schema/issues.ts";
import { unsafeValues } from "../../engine/schema/unsafe-values.ts";
import type { SchemaValidator } from "../../engine/schema/validator.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import { isLinearPattern, linearPattern } from "./linear-pattern.ts";
import { pointersOf } from "./pointers-of.ts";

/**
 * Checks values on the server. A schema is compiled when it is first seen and forgotten with it: the same schema is
 * the same object.
 */
export function createAjvValidator(): SchemaValidator {
  const compiled = new WeakMap<DataSchema, Compiled>();
  return {
    check(schema, value, language) {
      const unsafe = unsafeValues(value, language);
      if (unsafe.length > 0) return unsafe;
      const known = compiled.get(schema) ?? compile(schema);
      compiled.set(schema, known);
      if (known.validate(value)) return [];
      return issuesFrom(rawIssues(known, known.validate.errors ?? []), { schema, value, language });
    },
  };
}

interface Compiled {
  readonly validate: ValidateFunction;
  /** Where each part of the schema stands in it: ajv's own paths begin anew behind a reference. */
  readonly pointers: ReadonlyMap<unknown, string>;
}

/** An ajv of its own for each schema, so that two versions may bear the same `$id` and each can be forgotten. */
function compile(schema: DataSchema): Compiled {
  const ajv = new Ajv2020({
    allErrors: true,
    ownProperties: true,
    // 19.99 is a multiple of 0.01, whatever floating point makes of it.
    multipleOfPrecision: 9,
    strict: false,
    validateSchema: false,
    // Errors name the part of the schema that they come from.
    verbose: true,
    logger: false,
    formats: { ...formats, regex: isLinearPattern },
    code: { regExp: linearPatterns },
  });
  // A copy in which no object stands in two places.
  const own: AnySchema = JSON.parse(JSON.stringify(schema));
  return { validate: ajv.compile(own), pointers: pointersOf(own) };
}

/** `code` is for schemas compiled to files, which these never are. */
const linearPatterns = Object.assign(linearPattern, { code: "linearPattern" });

function rawIssues({ pointers }: Compiled, errors: readonly ErrorObject[]): readonly RawIssue[] {
  return errors.map(({ instancePath, schemaPath, parentSchema, keyword }) => {
    const pointer = pointers.get(parentSchema);
    return { instance: instancePath, keyword: pointer === undefined ? schemaPath : `${pointer}/${keyword}` };
  });
}
