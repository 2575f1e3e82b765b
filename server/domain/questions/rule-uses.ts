import { isObject } from "../../engine/schema/is-object.ts";
import type { JsonObject } from "../../plugin-api/json.ts";

/** The parameters that each place of a rule, or of a whole definition, names the guard with. */
export function ruleUses(guard: string, within: unknown): readonly JsonObject[] {
  if (Array.isArray(within)) return within.flatMap((part) => ruleUses(guard, part));
  if (typeof within !== "object" || within === null) return [];
  const { type, params } = within as { readonly type?: unknown; readonly params?: unknown };
  const here = type === guard ? [isObject(params) ? params : {}] : [];
  const bare = "guard" in within && within.guard === guard ? [{}] : [];
  return [...here, ...bare, ...Object.values(within).flatMap((part) => ruleUses(guard, part))];
}
