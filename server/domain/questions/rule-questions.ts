import type { CompiledWorkflow } from "../../engine/definition/compiled-workflow.ts";
import type { Case } from "../../engine/execution/case.ts";
import { eventTitle } from "../../engine/execution/event-title.ts";
import { flattenRecord, isCase } from "../../engine/execution/flatten-record.ts";
import type { Question } from "../../engine/execution/needed-facts.ts";
import { ruleInput } from "../../engine/execution/rule-input.ts";
import type { GuardInput } from "../../plugin-api/contributions/index.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import { inLanguage, type Language } from "../../plugin-api/text.ts";
import { loadFacts } from "../cases/load-facts.ts";
import { engineCaller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { foldHistory } from "../records/history/fold-history.ts";
import type { StoredEntry } from "../records/record-reader.ts";
import { followingRules, type PastStep } from "./following-rules.ts";
import { pastOffice } from "./past-office.ts";
import { beginningOf, type RecordPage, recordPage } from "./record-pages.ts";
import { ruleUses } from "./rule-uses.ts";

/** What a rule in code is asked when an action of a case is decided. */
export interface RuleQuestion {
  readonly type: string;
  readonly id: string;
  /** When it was decided, UTC ISO-8601; null for an action that could be taken now. */
  readonly at: string | null;
  /** What the action is called. */
  readonly action: string;
  readonly params: JsonObject;
  readonly input: GuardInput;
}

/** A page of what a rule is asked. */
export interface RuleQuestionPage extends Pick<RecordPage, "of" | "next"> {
  readonly asked: readonly RuleQuestion[];
  /** Cases that were looked at for it. */
  readonly records: number;
}

/** Which rule, since when, and the page of it. */
export interface RuleInquiry {
  /** The rule's id, as workflows name it. */
  readonly guard: string;
  /** The first office day whose decisions are asked again; null for the actions that active cases could take now. */
  readonly since: string | null;
  readonly after: string | null;
  readonly language: Language;
}

const casesAtOnce = 25;

/**
 * What a rule would be asked now, or was asked since a day: of each action of each case whose workflow names it, page by
 * page. Of the past there is what was done: what was refused left no trace.
 *
 * @throws DomainError `malformed-day`, `malformed-page`.
 */
export async function ruleQuestions(office: Office, inquiry: RuleInquiry): Promise<RuleQuestionPage> {
  const { guard, since, after } = inquiry;
  const from = since === null ? null : beginningOf(office, since);
  const types = office.registry
    .types()
    .filter(({ kind, definition }) => kind === "workflow" && ruleUses(guard, definition).length > 0);
  const { records, ...page } = await recordPage(office, {
    types,
    where: () =>
      from === null
        ? [{ op: "eq", field: { name: "status", kind: "system" }, value: "active" }]
        : [{ op: "gte", field: { name: "updatedAt", kind: "system" }, value: from }],
    after,
    limit: casesAtOnce,
  });
  const asked: RuleQuestion[] = [];
  for (const record of records) {
    // What was erased can no longer be asked about.
    if (!isCase(record) || record.erasedAt !== undefined) continue;
    asked.push(
      ...(from === null
        ? await askedNow(office, inquiry, record)
        : await askedSince(office, inquiry, { record, from })),
    );
  }
  return { ...page, asked, records: records.length };
}

async function askedNow(office: Office, inquiry: RuleInquiry, current: Case): Promise<readonly RuleQuestion[]> {
  const workflow = await office.registry.workflow(current.type, current.workflowVersion);
  const uses = workflow.machine.eventsAt(current).flatMap((event) => usesOf(workflow, inquiry, { current, event }));
  return questionsOf(office, inquiry, {
    workflow,
    uses,
    question: { current, event: null },
    subject: flattenRecord(current),
    at: null,
  });
}

async function askedSince(
  office: Office,
  inquiry: RuleInquiry,
  { record, from }: { readonly record: Case; readonly from: string },
): Promise<readonly RuleQuestion[]> {
  const entries = await office.reader.history(record.type, record.id);
  const asked: RuleQuestion[] = [];
  for (const [n, entry] of entries.entries()) {
    if (entry.at >= from) asked.push(...(await askedAt(office, inquiry, { record, entries: entries.slice(0, n + 1) })));
  }
  return asked;
}

/** What the last of the entries was decided by. */
async function askedAt(
  office: Office,
  inquiry: RuleInquiry,
  { record, entries }: { readonly record: Case; readonly entries: readonly StoredEntry[] },
): Promise<readonly RuleQuestion[]> {
  const { event, at } = entries.at(-1) ?? {};
  const [before, after] = [foldHistory(record, entries.slice(0, -1)), foldHistory(record, entries)];
  if (event === undefined || at === undefined || after === null || !isCase(after)) return [];
  const { workflowVersion } = before && isCase(before) ? before : after;
  const workflow = await office.registry.workflow(record.type, workflowVersion);
  const then = pastOffice(office, at);
  if (before === null) return questionsOf(then, inquiry, { ...madeOf(workflow, inquiry, after), at });
  // A field that was edited moved nothing.
  if (!isCase(before) || !workflow.machine.knows(event)) return [];
  return questionsOf(then, inquiry, { ...movedBy(workflow, inquiry, { before, event, after }), at });
}

/** How the creation of a case was decided. */
function madeOf(workflow: CompiledWorkflow, inquiry: RuleInquiry, after: Case): Omit<Matter, "at"> {
  const { id, data, assigneeId } = after;
  const { guard, title } = workflow.definition.create ?? {};
  const action = inLanguage(title ?? workflow.definition.title, inquiry.language);
  return {
    workflow,
    uses: ruleUses(inquiry.guard, guard).map((params) => ({ action, params })),
    question: { draft: { id, data } },
    subject: { ...data, id, assigneeId },
    payload: flattenRecord(after),
    past: { action, written: data, move: (judge) => workflow.machine.start(judge) },
  };
}

/** How an event on a case was decided. What its form had is what the case has after it. */
function movedBy(
  workflow: CompiledWorkflow,
  inquiry: RuleInquiry,
  { before, event, after }: { readonly before: Case; readonly event: string; readonly after: Case },
): Omit<Matter, "at"> {
  const payload = flattenRecord(after);
  const action = eventTitle(workflow, event, inquiry.language);
  return {
    workflow,
    uses: usesOf(workflow, inquiry, { current: before, event }),
    question: { current: before, event: { type: event, payload, source: "engine" } },
    subject: flattenRecord(before),
    payload,
    past: { action, written: after.data, move: (judge) => workflow.machine.step(before, event, judge) },
  };
}

interface Use {
  readonly action: string;
  readonly params: JsonObject;
}

/** Where the rules of an event name the guard. */
function usesOf(
  workflow: CompiledWorkflow,
  { guard, language }: RuleInquiry,
  { current, event }: { readonly current: Case; readonly event: string },
): readonly Use[] {
  const action = eventTitle(workflow, event, language);
  return workflow.machine
    .candidates(current, event)
    .flatMap(({ rule }) => ruleUses(guard, rule.guard).map((params) => ({ action, params })));
}

interface Matter {
  readonly workflow: CompiledWorkflow;
  readonly uses: readonly Use[];
  readonly question: Question;
  readonly subject: JsonObject;
  readonly payload?: JsonObject;
  readonly at: string | null;
  /** What was done, for the rules of the steps that followed by themselves. */
  readonly past?: Pick<PastStep, "written" | "move"> & { readonly action: string };
}

async function questionsOf(
  office: Office,
  { guard, language }: RuleInquiry,
  { workflow, uses, question, subject, payload, at, past }: Matter,
): Promise<readonly RuleQuestion[]> {
  const type = office.registry.type(workflow.definition.id);
  const mayFollow = past !== undefined && ruleUses(guard, workflow.followingGuards).length > 0;
  if ((uses.length === 0 && !mayFollow) || type === undefined) return [];
  const { facts } = await loadFacts(office, engineCaller(office), { type, workflow, question });
  const { related, counts, today } = ruleInput(subject, facts);
  const asked = { type: type.id, id: String(subject["id"]), at };
  const input = { case: subject, ...(payload && { event: payload }), related, counts, today, language };
  const following = mayFollow ? followingRules({ workflow, facts, subject, ...past }) : [];
  return [
    ...uses.map((use) => ({ ...asked, ...use, input })),
    ...following.flatMap((rule) =>
      ruleUses(guard, rule.guard).map((params) => ({
        ...asked,
        action: past?.action ?? "",
        params,
        input: { ...input, case: rule.subject },
      })),
    ),
  ];
}
