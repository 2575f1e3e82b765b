import { after } from "../../../server/domain/changes/instants.ts";
import { attemptEffect } from "../../../server/domain/effects/attempt-effect.ts";
import { fireTimer } from "../../../server/domain/timers/fire-timer.ts";
import type { Strike } from "../fault-rounds.ts";

const most = 64;
const lease = 120;

/**
 * Ends every lease, also of what the office's own runner is at, and hands each timer and effect that is due to two more
 * at once. Returns how many.
 */
export const deliverTwice: Strike = async ({ office: { town }, clock }) => {
  const { office, database } = town;
  clock.leap(2000);
  const now = office.clock.now();
  for (const table of ["timers", "outbox"]) await database.knex(table).update({ lease_until: null });
  const timers = await office.queue.dueTimers(now, most, after(now, lease));
  const effects = await office.queue.dueEffects(now, most, after(now, lease));
  await Promise.all([
    ...[...timers, ...timers].map((timer) => fireTimer(office, timer)),
    ...[...effects, ...effects].map((effect) => attemptEffect(office, effect)),
  ]);
  return timers.length + effects.length;
};
