import type { ActionDefinition } from "../../plugin-api/workflow-definition.ts";
import type { Effect } from "./decision.ts";
import { resolveFields, resolvesWhole, type Scope } from "./expressions.ts";

/** What the expressions of the effects read, and what their keys begin with: `<record id>/<version after the change>`. */
export interface EffectContext {
  readonly scope: Scope;
  readonly key: string;
}

/**
 * The effects that the actions ask for, every expression in their parameters resolved. A `send` or an `update` whose
 * `to` leads nowhere is not planned: without its condition it would reach every record.
 */
export function planEffects(actions: readonly ActionDefinition[], context: EffectContext): readonly Effect[] {
  return actions
    .filter(({ params = {} }) => resolvesWhole(params["to"] ?? null, context.scope))
    .map(({ type, params = {} }, n) => ({
      type,
      params: resolveFields(params, context.scope),
      key: `${context.key}/${n}`,
    }));
}
