import type { TimerPlan } from "../../engine/execution/decision.ts";
import type { Change } from "./change.ts";

/** Effects and immediate timers that may follow one from another: whatever leads further has no end. */
export const deepestChain = 100;

/** A timer that waits longer than this, in milliseconds, gives people the time to see what goes on. */
const immediately = 60_000;

/** How deep in a chain the effects of a change are. */
export function depthOfEffects({ depth = 0 }: Change): number {
  return depth;
}

/** How deep in a chain a timer is: one that waits begins a new chain, one that fires at once goes on with this one. */
export function depthOfTimer({ depth = 0, entry }: Change, { dueAt }: TimerPlan): number {
  return Date.parse(dueAt) - Date.parse(entry.at) < immediately ? depth : 0;
}
