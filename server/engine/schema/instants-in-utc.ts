import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import { instantOf } from "../time/calendar.ts";
import { isInstant } from "../time/instant.ts";
import { isObject } from "./is-object.ts";
import { fieldsOf } from "./walk-schema.ts";

/**
 * The data with the instants of the schema's fields, inside objects and lists too, written in UTC with milliseconds:
 * instants are compared as texts, by rules, filters and sorts, which is right only while all are written one way.
 * What is no instant stays as it is, for the check of the data to refuse.
 *
 * @example instantsInUtc({ at: "2026-07-01T12:00+02:00" }, schema); // { at: "2026-07-01T10:00:00.000Z" }
 */
export function instantsInUtc(data: JsonObject, schema: DataSchema): JsonObject {
  if (!Object.values(data).some(mayBeWrittenOtherwise)) return data;
  const fields = fieldsOf(schema).filter(({ name }) => mayBeWrittenOtherwise(data[name]));
  return {
    ...data,
    ...Object.fromEntries(fields.map(({ name, schema }) => [name, inUtc(data[name] ?? null, schema)])),
  };
}

function inUtc(value: Json, schema: DataSchema): Json {
  if (Array.isArray(value)) return value.map((item: Json) => inUtc(item, schema.items ?? {}));
  if (isObject(value)) return instantsInUtc(value, schema);
  // The time zone is that of days, which an instant is not.
  return schema.format === "date-time" && typeof value === "string" && isInstant(value)
    ? instantOf(value, "UTC")
    : value;
}

const dated = /^\d{4}-\d{2}-\d{2}T/i;

function mayBeWrittenOtherwise(value: Json | undefined): boolean {
  return typeof value === "string" ? dated.test(value) : typeof value === "object" && value !== null;
}
