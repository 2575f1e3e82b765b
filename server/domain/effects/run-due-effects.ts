import { inTurnsByRecord } from "../changes/in-turns-by-record.ts";
import { after } from "../changes/instants.ts";
import type { Office } from "../changes/office.ts";
import type { DueEffect } from "../changes/work-queue.ts";
import { attemptEffect } from "./attempt-effect.ts";
import { followChange } from "./follow-change.ts";

/** So few at once that the slowest actions, in turn, are over before their lease is. */
const batch = 8;
/** How long an effect is one process's alone, in seconds. */
const lease = 120;

/**
 * Does the effects that were due at the instant and that no request is doing: what a stopped process left behind, what
 * failed before, the actions of plugins. Those of one record follow each other. Answers how many.
 */
export async function runDueEffects(office: Office, dueAt: string): Promise<number> {
  const effects = await office.queue.dueEffects(dueAt, batch, after(office.clock.now(), lease));
  await inTurnsByRecord(effects, (effect) => runAndFollow(office, effect));
  return effects.length;
}

async function runAndFollow(office: Office, effect: DueEffect): Promise<void> {
  for (const change of await attemptEffect(office, effect)) await followChange(office, change);
}
