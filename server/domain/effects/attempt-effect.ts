import type { Change } from "../changes/change.ts";
import { after } from "../changes/instants.ts";
import type { Office } from "../changes/office.ts";
import type { DueEffect } from "../changes/work-queue.ts";
import { runEffect } from "./run-effect.ts";

/** Seconds to wait before each further attempt; after the last one the effect is kept as an incident. */
const waits = [10, 60, 600, 3600, 6 * 3600, 24 * 3600];

/** How long an effect is somebody's alone, in seconds. */
export const effectLease = 120;

/** Does an effect; when that fails, it is put back for later or kept as an incident. Answers the changes that it made. */
export async function attemptEffect(office: Office, effect: DueEffect): Promise<readonly Change[]> {
  try {
    return await runEffect(office, effect);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const wait = waits[effect.attempts];
    const retryAt = wait === undefined ? null : after(office.clock.now(), wait);
    office.log("An effect failed", { key: effect.key, type: effect.type, error: message, retryAt });
    await office.queue.failEffect(effect.key, message, retryAt);
    if (retryAt !== null) office.effects.wake(retryAt);
    return [];
  }
}
