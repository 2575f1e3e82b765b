import type { CompiledWorkflow } from "../../engine/definition/compiled-workflow.ts";
import type { Case } from "../../engine/execution/case.ts";
import { isUndoable, type LastStep } from "../../engine/execution/decide-undo.ts";
import type { FactRequest, Facts } from "../../engine/execution/facts.ts";
import { isCase } from "../../engine/execution/flatten-record.ts";
import { countsOfReturn } from "../../engine/execution/needed-facts.ts";
import { type Caller, engineCaller } from "../changes/caller.ts";
import type { Premise } from "../changes/change.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { foldHistory } from "../records/history/fold-history.ts";
import { conditionsFor } from "../records/lists/list-records.ts";
import { loadRelated, type Related } from "../records/load-related.ts";
import type { Condition } from "../records/record-reader.ts";
import type { LoadedCase } from "./load-case.ts";
import { count, knownNow } from "./load-facts.ts";

/** The last step of a case, and what taking it back is decided on. */
export interface StepBack extends Pick<Related, "names"> {
  readonly workflow: CompiledWorkflow;
  readonly last: LastStep | null;
  /** Those of the case as it was. */
  readonly facts: Facts;
  /** What the case would be counted among again. */
  readonly premises: readonly Premise[];
}

/** Looks up the last step of a case, whether or not it can be taken back. */
export async function stepBack(office: Office, caller: Caller, { type, current }: LoadedCase): Promise<StepBack> {
  const workflow = await office.registry.workflow(type.id, current.workflowVersion);
  const last = await lastStep(office, type, current);
  const { related, names } = await loadRelated(office, type, last?.before.data ?? {});
  const known = { ...knownNow(office, caller), related, counts: {} };
  if (last === null || !isUndoable(workflow, last, known)) return { workflow, last, facts: known, names, premises: [] };
  const requests = countsOfReturn(workflow, last.before, known);
  const found = await Promise.all(
    requests.map((request) =>
      request.type === type.id
        ? countOfOwn(office, request, { type, current })
        : countOfOthers(office, request, current),
    ),
  );
  const recounts = found.filter((recount) => recount !== null);
  const asked = recounts.filter(({ isAsked }) => isAsked);
  const counts = Object.fromEntries(asked.map(({ premise }) => [premise.key, premise.count]));
  return { workflow, last, facts: { ...known, counts }, names, premises: recounts.map(({ premise }) => premise) };
}

/** The last step, as long as it can be taken back by whoever asks. */
export async function stepToTakeBack(
  office: Office,
  caller: Caller,
  { type, current }: LoadedCase,
): Promise<(StepBack & { readonly last: LastStep }) | null> {
  const { hasUndo } = await office.registry.workflow(type.id, current.workflowVersion);
  if (!hasUndo) return null;
  const { last, ...back } = await stepBack(office, caller, { type, current });
  if (last === null || !caller.rights.mayEvent(type.id, last.event)) return null;
  return isUndoable(back.workflow, last, back.facts) ? { ...back, last } : null;
}

/** What last happened to the case, by its history; null when that was its creation, or the person was erased since. */
async function lastStep(office: Office, type: PublishedType, current: Case): Promise<LastStep | null> {
  if (current.erasedAt !== undefined) return null;
  const address = { type: type.id, id: current.id };
  const entries = await office.reader.history(address.type, address.id);
  const last = entries.at(-1);
  const before = foldHistory(address, entries.slice(0, -1));
  if (last === undefined || last.version !== current.version || before === null || !isCase(before)) return null;
  return { event: last.event, at: last.at, before };
}

/** What a rule counts by now, and whether it is asked of it. What is not asked must stay as it is all the same. */
interface Recount {
  readonly premise: Premise;
  readonly isAsked: boolean;
}

/** Of the workflow's own cases; null when this one is counted as it is now: then nothing comes back into the count. */
async function countOfOwn(
  office: Office,
  request: FactRequest,
  { type, current }: LoadedCase,
): Promise<Recount | null> {
  const premise = await count(office, request);
  const itself = conditionsFor(office, engineCaller(office), { type, filter: { id: current.id } });
  return (await isAnyOf(office, premise, itself)) ? null : { premise, isAsked: true };
}

/** Of another type: asked only once one came since the step, so that what was so before it need not be proved again. */
async function countOfOthers(office: Office, request: FactRequest, current: Case): Promise<Recount> {
  const premise = await count(office, request);
  const since: Condition = { op: "changedAfter", recordId: current.id };
  return { premise, isAsked: premise.count > 0 && (await isAnyOf(office, premise, [since])) };
}

/** Whether one of the records that were counted meets these conditions too. */
async function isAnyOf(office: Office, { type, where }: Premise, also: readonly Condition[]): Promise<boolean> {
  return (await office.reader.count({ type, where: [...where, ...also] })) > 0;
}
