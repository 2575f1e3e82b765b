import type { LintContext } from "../../engine/definition/lint-context.ts";
import type { Caller } from "../changes/caller.ts";
import type { DefinitionsBase } from "./definitions-desk.ts";
import { lintContext } from "./lint-context.ts";

/** What a definition may name in the office as it is now; `id` is the definition's own. */
export function officeLintContext(base: DefinitionsBase, caller: Pick<Caller, "language">, id: string): LintContext {
  const types = base.registry.types();
  return {
    ...lintContext({
      office: base.registry.office(),
      types: [...new Set([...types.map((type) => type.id), id])],
      contributed: base.contributed,
      language: caller.language,
    }),
    neighbours: types.map((type) => type.definition),
  };
}
