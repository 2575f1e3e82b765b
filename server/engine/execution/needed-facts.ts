import type { JsonObject } from "../../plugin-api/json.ts";
import type { GuardDefinition } from "../../plugin-api/workflow-definition.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import { askedFor, draftDocument } from "./asked-for.ts";
import type { Case, CaseDraft, CaseEvent } from "./case.ts";
import { filledIn } from "./event-form.ts";
import type { FactRequest, KnownFacts } from "./facts.ts";
import { flattenRecord } from "./flatten-record.ts";
import { innerGuards } from "./guards/combined-guards.ts";
import { asksEvent, countRequest } from "./guards/count-guard.ts";
import { ruleInput, scopeOf } from "./rule-input.ts";

/** What is about to be decided: an event on a case, all its events (`event: null`, for `explain`), or a creation. */
export type Question = { readonly current: Case; readonly event: CaseEvent | null } | { readonly draft: CaseDraft };

/** The counts that the rule of creation reads of a case that comes back to what it was, as far as they are known. */
export function countsOfReturn(workflow: CompiledWorkflow, before: Case, known: KnownFacts): readonly FactRequest[] {
  const create = workflow.definition.create?.guard;
  if (create === undefined) return [];
  return distinct(requestsOf({ guards: [create], subject: flattenRecord(before), payload: null }, known));
}

/**
 * The counts that the rules in question read; each goes into `Facts.counts` under its key. What rules on the way of the
 * step read of the case as its actions change it, `furtherFacts` tells once these are there.
 */
export function neededFacts(workflow: CompiledWorkflow, question: Question, known: KnownFacts): readonly FactRequest[] {
  const asked = "draft" in question ? askedOfDraft(workflow, question.draft) : askedOfCase(workflow, question);
  return asked === null ? [] : distinct(requestsOf(asked, known));
}

function distinct(requests: readonly FactRequest[]): readonly FactRequest[] {
  return [...new Map(requests.map((request) => [request.key, request])).values()];
}

/** Rules with what they will be evaluated over. */
export interface AskedRules {
  readonly guards: readonly GuardDefinition[];
  readonly subject: JsonObject;
  /** Null while the form is not filled in: what reads the payload cannot be counted yet. */
  readonly payload: JsonObject | null;
}

function askedOfDraft(workflow: CompiledWorkflow, draft: CaseDraft): AskedRules | null {
  const create = workflow.definition.create?.guard;
  if (create === undefined) return null;
  const asked = askedFor(workflow, draft);
  return { guards: [create], subject: draftDocument(draft, asked), payload: asked.payload };
}

/** Null where none of the rules counts, which is soon told. */
function askedOfCase(
  { machine, followingGuards }: CompiledWorkflow,
  { current, event }: { readonly current: Case; readonly event: CaseEvent | null },
): AskedRules | null {
  const events = event === null ? machine.eventsAt(current) : [event.type];
  const candidates = events.flatMap((type) => machine.candidates(current, type));
  const own = candidates.flatMap(({ rule }) => (rule.guard === null ? [] : [rule.guard]));
  const guards = event === null ? [...own, ...followingGuards] : own;
  if (countsIn(guards).length === 0) return null;
  return { guards, subject: flattenRecord(current), payload: event && filledIn(event.payload) };
}

/** The counts that these rules read; none whose filter names what is not there: nothing can match then. */
export function requestsOf({ guards, subject, payload }: AskedRules, known: KnownFacts): readonly FactRequest[] {
  if (guards.length === 0) return [];
  const scope = scopeOf(ruleInput(subject, { ...known, counts: {} }, payload ?? {}));
  return countsIn(guards).flatMap(({ params = {} }) => {
    if (payload === null && asksEvent(params)) return [];
    const request = countRequest(params, scope);
    return request === null ? [] : [request];
  });
}

/** The rules that count among these and inside of them. */
export function countsIn(guards: readonly GuardDefinition[]): readonly GuardDefinition[] {
  return guards.flatMap((guard) => {
    if (guard.type === "count") return [guard];
    return COMBINED.has(guard.type) ? countsIn(innerGuards(guard.params ?? {})) : [];
  });
}

const COMBINED: ReadonlySet<string> = new Set(["all", "any", "not"]);
