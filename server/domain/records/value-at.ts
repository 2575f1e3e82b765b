import type { Json, JsonObject } from "../../plugin-api/json.ts";

/** What stands at a dotted path of the data (`binding.material`), or undefined. */
export function valueAt(data: JsonObject, path: string): Json | undefined {
  if (Object.hasOwn(data, path)) return data[path];
  let value: Json | undefined = data;
  for (const name of path.split(".")) {
    if (!isJsonObject(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

/** Whether the value is a JSON object, neither a list nor null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
