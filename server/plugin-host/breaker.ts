/**
 * Keeps code that keeps failing from being called.
 *
 *   closed ──(failures in a row, or a fatal one)──▶ open ──(coolDownMs)──▶ half-open ──success──▶ closed
 *     ▲                                              │ ▲                        │
 *     └───────────────────(closed by hand)───────────┘ └─failure: twice as long─┘
 */
export interface Breaker {
  state(): BreakerState;
  /** Milliseconds until the next trial call; 0 where none is waited for. */
  waitsMs(): number;
  /** Whether a call may be made now; takes the one trial call of the half-open state. */
  admit(): boolean;
  succeeded(): void;
  /** `fatal`: one is enough, because it will not be better in a moment. */
  failed(how?: { readonly fatal: boolean }): void;
  /** Takes it back to its beginning. */
  close(): void;
}

/** As in the diagram of {@link Breaker}. */
export type BreakerState = "closed" | "open" | "half-open";

/** When it opens, and for how long, in milliseconds. */
export interface BreakerOptions {
  /** Failures in a row that open it. */
  readonly threshold: number;
  readonly coolDownMs: number;
  /** The longest that it waits, however many trial calls failed. */
  readonly longestCoolDownMs: number;
  /** Milliseconds that only grow. */
  readonly elapsed: () => number;
}

/** Closed at first. */
export function createBreaker({ threshold, coolDownMs, longestCoolDownMs, elapsed }: BreakerOptions): Breaker {
  let waits = coolDownMs;
  let failuresInARow = 0;
  let openedAt: number | null = null;
  let trialUnderWay = false;

  const waitsMs = () => (openedAt === null ? 0 : Math.max(0, openedAt + waits - elapsed()));

  function state(): BreakerState {
    if (openedAt === null) return "closed";
    return waitsMs() === 0 ? "half-open" : "open";
  }

  function close(): void {
    failuresInARow = 0;
    openedAt = null;
    trialUnderWay = false;
    waits = coolDownMs;
  }

  return {
    state,
    waitsMs,
    admit() {
      const current = state();
      if (current === "closed") return true;
      if (current === "open" || trialUnderWay) return false;
      trialUnderWay = true;
      return true;
    },
    succeeded: close,
    failed({ fatal } = { fatal: false }) {
      failuresInARow += 1;
      if (trialUnderWay) waits = Math.min(waits * 2, longestCoolDownMs);
      if (fatal || trialUnderWay || failuresInARow >= threshold) openedAt = elapsed();
      trialUnderWay = false;
    },
    close,
  };
}
