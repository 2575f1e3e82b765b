import type { JsonObject } from "../../plugin-api/json.ts";

/** Timers and effects that are due. Rows are leased, so that a process that dies gives them back. */
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
  /** It failed: tried again at `retryAt`, or kept as an incident when null. */
  failEffect(key: string, error: string, retryAt: string | null): Promise<void>;
  /** A timer that no longer means anything. */
  dropTimer(recordId: string, key: string, dueAt: string): Promise<void>;
  timersOf(
    recordId: string,
  ): Promise<
    readonly { readonly key: string; readonly event: string; readonly dueAt: string; readonly delay: string }[]
  >;
  /** When the next timer or effect is due; null when there is none. UTC ISO-8601. */
  nextDue(): Promise<string | null>;
}

export interface DueTimer {
  readonly recordId: string;
  readonly type: string;
  readonly key: string;
  readonly event: string;
  readonly dueAt: string;
}

export interface DueEffect {
  readonly key: string;
  readonly type: string;
  readonly params: JsonObject;
  readonly recordId: string;
  readonly recordType: string;
  readonly attempts: number;
  /** Who made the change that the effect comes from. */
  readonly actorId: string;
  readonly actorName: string;
}
