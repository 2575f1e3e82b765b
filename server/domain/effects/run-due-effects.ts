import { inTurnsByRecord } from "../changes/in-turns-by-record.ts";
import { after } from "../changes/instants.ts";
import type { Office } from "../changes/office.ts";
import type { DueEffect } from "../changes/work-queue.ts";
import { attemptEffect } from "./attempt-effect.ts";
import { followChange } from "./follow-change.ts";
import { asUnit } from "./unit-of-work.ts";

/** So few that even the slowest actions, one after the other, are over before their lease ends. */
const batch = 8;
/** How long a process leases an effect, in seconds. */
const lease = 120;

/**
 * Does the effects that were due at the instant and that no request is doing: what a stopped process left behind, what
 * failed before, the actions of plugins. Those of one record follow each other. Returns how many.
 */
export async function runDueEffects(office: Office, dueAt: string): Promise<number> {
  const effects = await office.queue.dueEffects(dueAt, batch, after(office.clock.now(), lease));
  await inTurnsByRecord(effects, (effect) => runAndFollow(office, effect));
  return effects.length;
}

function runAndFollow(office: Office, effect: DueEffect): Promise<void> {
  const { key, type, recordType, recordId } = effect;
  const about = { recordType, recordId, effect: key, action: type };
  return asUnit(office, { unit: "effect", about }, async (own) => {
    const made = await attemptEffect(own, effect);
    for (const change of made) await followChange(own, change);
    return made;
  });
}
