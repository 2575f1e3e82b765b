import type { JsonObject } from "../../plugin-api/json.ts";
import type { GuardDefinition } from "../../plugin-api/workflow-definition.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import { askedFor, draftDocument } from "./asked-for.ts";
import type { Case, CaseDraft, CaseEvent } from "./case.ts";
import { filledIn, formOf, keptFields } from "./event-form.ts";
import type { FactRequest, KnownFacts } from "./facts.ts";
import { flattenRecord } from "./flatten-record.ts";
import { innerGuards } from "./guards/combined-guards.ts";
import { asksEvent, countRequest } from "./guards/count-guard.ts";
import { mergeData } from "./merge-data.ts";
import { ruleInput, scopeOf } from "./rule-input.ts";

/** What is about to be decided: an event on a case, all its events (`event: null`, for `explain`), or a creation. */
export type Question = { readonly current: Case; readonly event: CaseEvent | null } | { readonly draft: CaseDraft };

/** The counts that the rule of creation reads of a case that comes back to what it was, as far as they are known. */
export function countsOfReturn(workflow: CompiledWorkflow, before: Case, known: KnownFacts): readonly FactRequest[] {
  const create = workflow.definition.create?.guard;
  if (create === undefined) return [];
  return distinct(requestsOf({ guards: [create], subject: flattenRecord(before), payload: null }, known));
}

/** The counts that the rules in question read; each goes into `Facts.counts` under its key. */
export function neededFacts(workflow: CompiledWorkflow, question: Question, known: KnownFacts): readonly FactRequest[] {
  const asked = "draft" in question ? askedOfDraft(workflow, question.draft) : askedOfCase(workflow, question);
  return distinct(asked.flatMap((rules) => requestsOf(rules, known)));
}

function distinct(requests: readonly FactRequest[]): readonly FactRequest[] {
  return [...new Map(requests.map((request) => [request.key, request])).values()];
}

/** Rules with what they will be evaluated over. */
interface AskedRules {
  readonly guards: readonly GuardDefinition[];
  readonly subject: JsonObject;
  /** Null while the form is not filled in: what reads the payload cannot be counted yet. */
  readonly payload: JsonObject | null;
}

function askedOfDraft(workflow: CompiledWorkflow, draft: CaseDraft): readonly AskedRules[] {
  const asked = askedFor(workflow, draft);
  const create = workflow.definition.create?.guard;
  const guards = create === undefined ? workflow.followingGuards : [create, ...workflow.followingGuards];
  return [{ guards, subject: draftDocument(draft, asked), payload: asked.payload }];
}

function askedOfCase(
  workflow: CompiledWorkflow,
  { current, event }: { readonly current: Case; readonly event: CaseEvent | null },
): readonly AskedRules[] {
  const { machine, followingGuards } = workflow;
  const events = event === null ? machine.eventsAt(current) : [event.type];
  const candidates = events.flatMap((type) => machine.candidates(current, type));
  const guards = candidates.flatMap(({ rule }) => (rule.guard === null ? [] : [rule.guard]));
  if (countsIn([...guards, ...followingGuards]).length === 0) return [];
  const subject = flattenRecord(current);
  if (event === null) return [{ guards: [...guards, ...followingGuards], subject, payload: null }];
  const payload = filledIn(event.payload);
  const forms = candidates.map((candidate) => keptFields(workflow, formOf(workflow, candidate, event.type), payload));
  const after = forms.reduce(mergeData, subject);
  return [
    { guards, subject, payload },
    { guards: followingGuards, subject: after, payload },
  ];
}

function requestsOf({ guards, subject, payload }: AskedRules, known: KnownFacts): readonly FactRequest[] {
  if (guards.length === 0) return [];
  const scope = scopeOf(ruleInput(subject, { ...known, counts: {} }, payload ?? {}));
  return countsIn(guards).flatMap(({ params = {} }) => {
    if (payload === null && asksEvent(params)) return [];
    const request = countRequest(params, scope);
    return request === null ? [] : [request];
  });
}

function countsIn(guards: readonly GuardDefinition[]): readonly GuardDefinition[] {
  return guards.flatMap((guard) => {
    if (guard.type === "count") return [guard];
    return COMBINED.has(guard.type) ? countsIn(innerGuards(guard.params ?? {})) : [];
  });
}

const COMBINED: ReadonlySet<string> = new Set(["all", "any", "not"]);
