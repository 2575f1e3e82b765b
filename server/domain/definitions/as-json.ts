import type { Json } from "../../plugin-api/json.ts";

/** The document that a definition is, whatever TypeScript says of its parts. */
export function asJson(definition: unknown): Json {
  return JSON.parse(JSON.stringify(definition));
}
