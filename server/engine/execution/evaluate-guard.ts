import type { GuardInput } from "../../plugin-api/contributions.ts";
import type { GuardDefinition } from "../../plugin-api/workflow-definition.ts";
import type { EngineTools } from "../definition/engine-tools.ts";
import type { Actor } from "./case.ts";
import type { GuardTree } from "./guard-tree.ts";

/** What a rule is evaluated over. `event` is absent while the form is not filled in. */
export interface RuleInput extends GuardInput {
  /** IANA name of the office's time zone: the local day of an instant. */
  readonly timeZone: string;
  /** UTC ISO-8601. */
  readonly now: string;
  readonly actor?: Actor;
}

/**
 * Evaluates a rule. Never throws: a rule that fails, or that no plugin in use has, blocks with a sentence that says so.
 * The document of `schema` rules is `{case, record, event, today, …related}`, `record` being the same as `case`.
 */
export function evaluateGuard(
  _guard: GuardDefinition,
  _input: RuleInput,
  _tools: Pick<EngineTools, "validator" | "guards">,
): GuardTree {
  throw new Error("not built yet");
}
