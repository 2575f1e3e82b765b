import { after } from "../changes/instants.ts";
import type { Office } from "../changes/office.ts";
import type { DueTimer } from "../changes/work-queue.ts";
import { fireTimer } from "./fire-timer.ts";

const batch = 64;
/** How long a timer is one process's alone, in seconds. */
const timerLease = 120;

/** Fires a batch of the timers that are due, the overdue ones first. Answers how many. */
export async function fireTimers(office: Office): Promise<number> {
  const now = office.clock.now();
  const timers = await office.queue.dueTimers(now, batch, after(now, timerLease));
  await Promise.all(timersByRecord(timers).map((group) => fireInOrder(office, group)));
  return timers.length;
}

async function fireInOrder(office: Office, timers: readonly DueTimer[]): Promise<void> {
  for (const timer of timers) {
    try {
      await fireTimer(office, timer);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      office.log("A timer failed and is tried again", { recordId: timer.recordId, key: timer.key, error: message });
    }
  }
}

function timersByRecord(timers: readonly DueTimer[]): readonly (readonly DueTimer[])[] {
  const groups = new Map<string, DueTimer[]>();
  for (const timer of timers) {
    const group = groups.get(timer.recordId) ?? [];
    groups.set(timer.recordId, group);
    group.push(timer);
  }
  return [...groups.values()];
}
