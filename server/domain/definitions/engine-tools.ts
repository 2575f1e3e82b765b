import type { EngineTools } from "../../engine/definition/engine-tools.ts";
import type { SchemaValidator } from "../../engine/schema/validator.ts";
import type { ContributedDefinitions } from "./contributed-definitions.ts";

/** The tools of the engine, always with the rules and actions of the plugins as they are now. */
export function engineTools(contributed: ContributedDefinitions, validator: SchemaValidator): EngineTools {
  return {
    validator,
    get guards() {
      return contributed.guards();
    },
    get actions() {
      return new Set(Object.keys(contributed.actions()));
    },
  };
}
