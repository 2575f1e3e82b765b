import { inTurnsByRecord } from "../changes/in-turns-by-record.ts";
import { after } from "../changes/instants.ts";
import type { Office } from "../changes/office.ts";
import { fireTimer } from "./fire-timer.ts";

/** How many are fired at a time: requests are answered between the groups, even when thousands are due. */
const batch = 32;
/** How long a process leases a timer, in seconds. */
const timerLease = 120;

/** Fires a batch of the timers that are due, the overdue ones first. Returns how many. */
export async function fireTimers(office: Office): Promise<number> {
  const now = office.clock.now();
  const timers = await office.queue.dueTimers(now, batch, after(now, timerLease));
  await inTurnsByRecord(timers, (timer) => fireTimer(office, timer));
  return timers.length;
}
