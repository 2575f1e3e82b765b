import type { EngineTools } from "../../engine/definition/engine-tools.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { PublishedType } from "../definitions/published-type.ts";
export interface DeriveFacts {
  readonly today: string;
  readonly tools: EngineTools;
}
export function derive(type: PublishedType, data: JsonObject, facts: DeriveFacts): JsonObject {
  throw new Error(`Not built yet: ${type.id} ${data} ${facts}`);
}
