import type { Case } from "../../engine/execution/case.ts";
import { type LastStep, undoableUntil } from "../../engine/execution/decide-undo.ts";
import type { Facts } from "../../engine/execution/facts.ts";
import { isCase } from "../../engine/execution/flatten-record.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { foldHistory } from "../records/history/fold-history.ts";
import { loadRelated, type Related } from "../records/load-related.ts";
import { knownNow } from "./load-facts.ts";

/** What last happened to the case, by its history; null when that was its creation, or the person was erased since. */
export async function lastStep(office: Office, type: PublishedType, current: Case): Promise<LastStep | null> {
  if (current.erasedAt !== undefined) return null;
  const address = { type: type.id, id: current.id };
  const entries = await office.reader.history(address.type, address.id);
  const last = entries.at(-1);
  const before = foldHistory(address, entries.slice(0, -1));
  if (last === undefined || last.version !== current.version || before === null || !isCase(before)) return null;
  return { event: last.event, at: last.at, before };
}

/** What taking a step back is decided on: the facts of the case as it was. */
export async function undoFacts(
  office: Office,
  caller: Caller,
  { type, last }: { readonly type: PublishedType; readonly last: LastStep | null },
): Promise<{ readonly facts: Facts; readonly names: Related["names"] }> {
  const { related, names } = await loadRelated(office, type, last?.before.data ?? {});
  return { facts: { ...knownNow(office, caller), related, counts: {} }, names };
}

/** The last step, as long as it can be taken back by whoever asks. */
export async function stepToTakeBack(
  office: Office,
  caller: Caller,
  { type, current }: { readonly type: PublishedType; readonly current: Case },
): Promise<LastStep | null> {
  const workflow = await office.registry.workflow(type.id, current.workflowVersion);
  if (!workflow.hasUndo) return null;
  const last = await lastStep(office, type, current);
  if (last === null || !caller.rights.mayEvent(type.id, last.event)) return null;
  const { facts } = await undoFacts(office, caller, { type, last });
  const until = undoableUntil(workflow, last, facts);
  return until !== null && Date.parse(until) >= Date.parse(facts.now) ? last : null;
}
