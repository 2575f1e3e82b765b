import { after } from "../changes/instants.ts";
import type { Office } from "../changes/office.ts";
import type { SettableClock } from "../changes/settable-clock.ts";
import { runDueEffects } from "../effects/run-due-effects.ts";
import { fireTimer } from "./fire-timer.ts";

/** Timers that are due within this many seconds of the next one are taken together. */
const window = 3600;
const batch = 500;

/**
 * Moves an office's clock on; timers that are due until then fire, each at its own instant, with what they cause.
 *
 * @param to UTC ISO-8601, not before now.
 */
export async function moveClock(office: Office, clock: SettableClock, to: string): Promise<void> {
  for (;;) {
    const next = await office.queue.nextDue();
    if (next === null || next > to) break;
    const horizon = [after(next, window), to].sort()[0] ?? to;
    const timers = await office.queue.dueTimers(horizon, batch, after(horizon, window));
    for (const timer of timers) {
      if (timer.dueAt > clock.now()) clock.moveTo(timer.dueAt);
      await fireTimer(office, timer);
    }
    if (next > clock.now()) clock.moveTo(next);
    const effects = await runDueEffects(office, clock.now());
    if (timers.length + effects === 0) break;
  }
  if (to > clock.now()) clock.moveTo(to);
}
