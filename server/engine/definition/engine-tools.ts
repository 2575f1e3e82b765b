import type { GuardContribution } from "../../plugin-api/contributions/index.ts";
import type { SchemaValidator } from "../schema/validator.ts";

/** What the engine is given to work with: it has no I/O and no plugins of its own. */
export interface EngineTools {
  readonly validator: SchemaValidator;
  /** Rules of the plugins in use, by the id that a guard's `type` names. */
  readonly guards: { readonly [id: string]: GuardContribution };
}
