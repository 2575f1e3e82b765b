import { after } from "../changes/instants.ts";
import type { Office } from "../changes/office.ts";
import { attemptEffect, effectLease } from "./attempt-effect.ts";
import { followChange } from "./follow-change.ts";

const batch = 50;

/**
 * Does the effects that were due at the instant and that no request is doing: what a stopped process left behind, what
 * failed before, the actions of plugins. Answers how many.
 */
export async function runDueEffects(office: Office, dueAt: string): Promise<number> {
  const effects = await office.queue.dueEffects(dueAt, batch, after(office.clock.now(), effectLease));
  for (const effect of effects) {
    for (const change of await attemptEffect(office, effect)) await followChange(office, change);
  }
  return effects.length;
}
