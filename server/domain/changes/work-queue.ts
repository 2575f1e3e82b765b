import type { JsonObject } from "../../plugin-api/json.ts";
import type { Incident } from "../incidents/incident.ts";

/**
 * Timers and effects that are due. Rows are leased, so that a process that dies gives them back; whoever finishes one
 * settles it in the transaction of the change that it leads to.
 */
export interface WorkQueue {
  /** Timers due at `now`, oldest first, leased to this process until `leaseUntil`. */
  dueTimers(now: string, limit: number, leaseUntil: string): Promise<readonly DueTimer[]>;
  dueEffects(now: string, limit: number, leaseUntil: string): Promise<readonly DueEffect[]>;
  /**
   * The effects of these records that are waiting, leased at once: what a request runs before it answers.
   * With `types`, only effects of those types.
   */
  effectsOf(recordIds: readonly string[], leaseUntil: string, types?: readonly string[]): Promise<readonly DueEffect[]>;
  /** The effect is done and left no change of its own (a plugin's action). */
  settleEffect(key: string): Promise<void>;
  /** It failed, with that code, and is tried again at `retryAt`: at most `longestHold` from now. UTC ISO-8601. */
  retryLater(work: UnfinishedWork, retryAt: string, code: string): Promise<void>;
  /** It failed for the last time: it is kept, not tried again, and an incident is made; one, even if several processes give it up. */
  giveUp(incident: Incident): Promise<void>;
  /** A timer that no longer means anything. */
  dropTimer(recordId: string, key: string, dueAt: string): Promise<void>;
  timersOf(recordId: string): Promise<readonly RunningTimer[]>;
  /** When the next timer, the next effect or either is due; null when there is none. UTC ISO-8601. */
  nextDue(of?: "timers" | "effects"): Promise<string | null>;
  /** What was due at `now` and is not done. */
  overdue(now: string): Promise<Overdue>;
  /** Whether this process is to do that day's chore: one that is nobody else's until `leaseUntil`, and was not done. */
  claimChore(chore: Chore, now: string, leaseUntil: string): Promise<boolean>;
  finishChore(chore: Chore): Promise<void>;
}

/** The longest that a row is leased or waits for its next attempt, in seconds: a longer hold is a clock's mistake. */
export const longestHold = 31 * 3600;

/** Work that was begun and is not done. */
export type UnfinishedWork =
  | { readonly source: "effect"; readonly key: string }
  | { readonly source: "timer"; readonly recordId: string; readonly key: string; readonly dueAt: string };

/** A timer that is due, leased to this process. */
export interface DueTimer {
  readonly recordId: string;
  readonly type: string;
  readonly key: string;
  readonly event: string;
  readonly dueAt: string;
  /** As the definition names it. */
  readonly delay: string;
  readonly attempts: number;
  /** How many effects and immediate timers led to it, one by another. */
  readonly depth: number;
}

/** An effect that is to be done, leased to this process. */
export interface DueEffect {
  readonly key: string;
  readonly type: string;
  readonly params: JsonObject;
  readonly recordId: string;
  readonly recordType: string;
  readonly attempts: number;
  /** How many effects and immediate timers led to it, one by another. */
  readonly depth: number;
  /** Who made the change that the effect comes from. */
  readonly actorId: string;
  readonly actorName: string;
}

/** A timer that waits. */
export interface RunningTimer {
  readonly key: string;
  readonly event: string;
  readonly dueAt: string;
  readonly delay: string;
}

/** How much work is late, and since when. */
export interface Overdue {
  readonly timers: number;
  readonly effects: number;
  /** When the longest overdue was due; null when nothing is. UTC ISO-8601. */
  readonly timersSince: string | null;
  readonly effectsSince: string | null;
}

/** Something that one process does once a day. */
export interface Chore {
  readonly name: string;
  /** The office's local day, ISO. */
  readonly day: string;
}
