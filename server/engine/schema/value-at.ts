import type { Json, JsonObject } from "../../plugin-api/json.ts";
import { isList } from "./is-list.ts";

/** What stands at a dotted path (`binding.material`, `authors.0.name`); undefined where nothing does. */
export function valueAt(data: Json | undefined, path: string): Json | undefined {
  if (!path.includes(".")) return inside(data, path);
  return path.split(".").reduce(inside, data);
}

function inside(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return isList(value) ? value[Number(name)] : (value as JsonObject)[name];
}
