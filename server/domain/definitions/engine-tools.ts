import type { EngineTools } from "../../engine/definition/engine-tools.ts";
import type { SchemaValidator } from "../../engine/schema/validator.ts";
import type { ContributedDefinitions } from "./contributed-definitions.ts";

/** The tools of the engine, always with the rules of the plugins as they are now. */
export function engineTools(
  contributed: Pick<ContributedDefinitions, "guards">,
  validator: SchemaValidator,
): EngineTools {
  return {
    validator,
    get guards() {
      return contributed.guards();
    },
  };
}
