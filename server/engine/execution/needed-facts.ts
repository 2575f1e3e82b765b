import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import type { Case, CaseDraft, CaseEvent } from "./case.ts";
import type { FactRequest, KnownFacts } from "./facts.ts";

/** What is about to be decided: an event on a case, all its events (`event: null`, for `explain`), or a creation. */
export type Question = { readonly current: Case; readonly event: CaseEvent | null } | { readonly draft: CaseDraft };

/** The counts that the rules in question read; each goes into `Facts.counts` under its key. */
export function neededFacts(
  _workflow: CompiledWorkflow,
  _question: Question,
  _known: KnownFacts,
): readonly FactRequest[] {
  throw new Error("not built yet");
}
