import { format, type Schema, Validator } from "@cfworker/json-schema";
import { formats } from "../schema/formats.ts";
import { issuesFrom } from "../schema/issues.ts";
import type { SchemaValidator } from "../schema/validator.ts";

/** A validator for the engine's own tests, over the library that the browser uses. */
export const testValidator: SchemaValidator = {
  check(schema, value, language) {
    Object.assign(format, formats);
    // The library writes into the schema that it is given.
    const { errors } = new Validator(structuredClone(schema) as Schema, "2020-12", false).validate(value);
    const raw = errors
      .filter(({ keyword }) => keyword !== "false")
      .map(({ instanceLocation, keywordLocation }) => ({ instance: instanceLocation, keyword: keywordLocation }));
    return issuesFrom(raw, { schema, value, language });
  },
};
