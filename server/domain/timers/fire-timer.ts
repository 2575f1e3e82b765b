import { isCase } from "../../engine/execution/flatten-record.ts";
import { planEvent } from "../cases/plan-event.ts";
import { engineCaller } from "../changes/caller.ts";
import { carryOut } from "../changes/carry-out.ts";
import type { Change } from "../changes/change.ts";
import type { Office } from "../changes/office.ts";
import type { DueTimer } from "../changes/work-queue.ts";
import { DomainError } from "../domain-error.ts";
import { followChange } from "../effects/follow-change.ts";

/** Refusals that a timer meets in the ordinary course: the case has moved on, or the transition's rule says no. */
const expected = new Set(["not-in-stage", "blocked", "unknown-record"]);

/**
 * Sends the event of a timer that is due, by the same road as any event. One that no longer means anything (its case
 * has left the stage, its date was changed, its rule says no) is dropped.
 */
export async function fireTimer(office: Office, timer: DueTimer): Promise<void> {
  const { recordId, key, dueAt } = timer;
  try {
    const { change, how } = await carryOut(office, () => planFiring(office, timer));
    if (change === null) await office.queue.dropTimer(recordId, key, dueAt);
    else if (how === "done") await followChange(office, change);
  } catch (error) {
    if (!(error instanceof DomainError) || error.details.kind === "unavailable") throw error;
    const { code } = error.details;
    if (!expected.has(code)) office.log("A timer was refused", { recordId, key, code, error: error.message });
    await office.queue.dropTimer(recordId, key, dueAt);
  }
}

async function planFiring(office: Office, timer: DueTimer): Promise<Change | null> {
  const { recordId, key, dueAt, event } = timer;
  const type = office.registry.type(timer.type);
  const current = (await office.reader.get(timer.type, recordId))?.record;
  if (type === undefined || current === undefined || !isCase(current) || current.armed[key] !== dueAt) return null;
  const sent = { type: event, payload: {}, source: "timer" } as const;
  const change = await planEvent(office, engineCaller(office), { type, current, event: sent });
  return { ...change, settles: { timer: { recordId, key, dueAt } } };
}
