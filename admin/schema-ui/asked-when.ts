import type { DataSchema } from "../../server/plugin-api/data-schema.ts";

/** A field that may be filled in while a condition on the others holds. */
export function offeredWhen(condition: DataSchema, name: string, schema: DataSchema): DataSchema {
  return {
    if: condition,
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: { properties: { [name]: schema } },
  };
}

/** A field that is asked for, and has to be filled in, while a condition on the others holds. */
export function askedWhen(condition: DataSchema, name: string, schema: DataSchema): DataSchema {
  return {
    if: condition,
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: { required: [name], properties: { [name]: schema } },
  };
}
