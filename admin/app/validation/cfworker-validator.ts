import { format, type OutputUnit, type Schema, Validator } from "@cfworker/json-schema";
import { formats } from "../../../server/engine/schema/formats.ts";
import { issuesFrom, type RawIssue } from "../../../server/engine/schema/issues.ts";
import { unsafeValues } from "../../../server/engine/schema/unsafe-values.ts";
import type { SchemaValidator } from "../../../server/engine/schema/validator.ts";
import type { DataSchema } from "../../../server/plugin-api/data-schema.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** Checks values in the browser as `createAjvValidator` does on the server, without generating code. */
export function createCfworkerValidator(): SchemaValidator {
  knowOurFormatsAlone();
  const prepared = new WeakMap<DataSchema, Validator>();
  return {
    check(schema, value, language) {
      const unsafe = unsafeValues(value, language);
      if (unsafe.length > 0) return unsafe;
      const pruned = withoutUndefined(value);
      const validator = prepared.get(schema) ?? prepare(schema);
      prepared.set(schema, validator);
      const { valid, errors } = validator.validate(pruned);
      if (valid) return [];
      return issuesFrom(errors.filter(namesKeyword).map(rawIssue), { schema, value: pruned, language });
    },
  };
}

/** The library marks the schema that it is given, so it is given one of its own. */
function prepare(schema: DataSchema): Validator {
  const own: Schema = JSON.parse(JSON.stringify(schema));
  return new Validator(own, "2020-12", false);
}

/** The library keeps one table of formats, for everyone who uses it. */
function knowOurFormatsAlone(): void {
  for (const name of Object.keys(format)) delete format[name];
  Object.assign(format, formats);
}

/** A schema that is `false` is told at the place of the value, beside the keyword that it belongs to. */
function namesKeyword(error: OutputUnit): boolean {
  return error.keyword !== "false";
}

function rawIssue({ instanceLocation, keywordLocation }: OutputUnit): RawIssue {
  return { instance: instanceLocation, keyword: keywordLocation };
}
