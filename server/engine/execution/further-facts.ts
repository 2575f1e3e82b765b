import type { JsonObject } from "../../plugin-api/json.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import type { Judge, Step } from "../definition/machine.ts";
import { askedFor, draftDocument } from "./asked-for.ts";
import type { Case, CaseDraft, CaseEvent } from "./case.ts";
import { filledIn, formTaken, keptFields } from "./event-form.ts";
import type { FactRequest, Facts } from "./facts.ts";
import { flattenRecord } from "./flatten-record.ts";
import { createJudge, type Grounds } from "./judge.ts";
import { liftAssignee } from "./lift-assignee.ts";
import { mergeData } from "./merge-data.ts";
import { countsIn, type Question, requestsOf } from "./needed-facts.ts";
import { ruleInput } from "./rule-input.ts";
import { stepOrNull } from "./step-or-null.ts";

/**
 * The counts that rules on the way of a step (`always`, `onDone`) read over the case as its actions have left it by then,
 * as far as `facts` do not hold them. To be asked again once they do, since a rule that holds may lead to another. Pure.
 */
export function furtherFacts(workflow: CompiledWorkflow, question: Question, facts: Facts): readonly FactRequest[] {
  if (countsIn(workflow.followingGuards).length === 0) return [];
  if ("draft" in question) return requestsOnTheWay(wayOfDraft(workflow, question.draft, facts), facts);
  const { current, event } = question;
  return event === null ? [] : requestsOnTheWay(wayOfEvent(workflow, { current, event }, facts), facts);
}

/** A step of the machine, and what it is judged on. */
interface Way extends Grounds {
  readonly payload: JsonObject;
  readonly move: (judge: Judge) => Step;
}

function requestsOnTheWay(way: Way, facts: Facts): readonly FactRequest[] {
  const judge = createJudge(way);
  const asked = new Map<string, FactRequest>();
  const holds: Judge["holds"] = (rule, patch) => {
    if (rule.following && rule.guard !== null) {
      const subject = mergeData(mergeData(way.input.case, patch), way.form);
      const requests = requestsOf({ guards: [rule.guard], subject, payload: way.payload }, facts);
      for (const request of requests) asked.set(request.key, request);
    }
    return judge.holds(rule, patch);
  };
  stepOrNull(() => way.move({ ...judge, holds }));
  return [...asked.values()].filter(({ key }) => !Object.hasOwn(facts.counts, key));
}

function wayOfDraft(workflow: CompiledWorkflow, draft: CaseDraft, facts: Facts): Way {
  const asked = askedFor(workflow, draft);
  const { tools, machine } = workflow;
  const { payload } = asked;
  const input = ruleInput(draftDocument(draft, asked), facts, payload);
  return { tools, input, form: {}, internal: true, mood: "strict", payload, move: (judge) => machine.start(judge) };
}

function wayOfEvent(
  workflow: CompiledWorkflow,
  { current, event }: { readonly current: Case; readonly event: CaseEvent },
  facts: Facts,
): Way {
  const { tools, machine } = workflow;
  const payload = filledIn(event.payload);
  const input = ruleInput(flattenRecord(current), facts, payload);
  const grounds = { tools, input, form: {}, internal: event.source !== "person", mood: "strict" } as const;
  const candidates = machine.candidates(current, event.type);
  const form = formTaken(workflow, event.type, { candidates, judge: createJudge(grounds) });
  const fields = liftAssignee(keptFields(workflow, form, event.payload)).data;
  return { ...grounds, form: fields, payload, move: (judge) => machine.step(current, event.type, judge) };
}
