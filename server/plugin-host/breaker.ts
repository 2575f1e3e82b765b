/**
 * Keeps code that keeps failing from being called.
 *
 *   closed ──(failures in a row, or a fatal one)──▶ open ──(coolDownMs)──▶ half-open ──success──▶ closed
 *     ▲                                              │ ▲                        │
 *     └───────────────────(closed by hand)───────────┘ └────────failure─────────┘
 */
export interface Breaker {
  state(): BreakerState;
  /** Whether a call may be made now; takes the one trial call of the half-open state. */
  admit(): boolean;
  succeeded(): void;
  /** `fatal`: one is enough, because it will not be better in a moment. */
  failed(how?: { readonly fatal: boolean }): void;
  /** Takes it back to its beginning. */
  close(): void;
}

export type BreakerState = "closed" | "open" | "half-open";

export interface BreakerOptions {
  /** Failures in a row that open it. */
  readonly threshold: number;
  readonly coolDownMs: number;
  /** Milliseconds that only grow. */
  readonly elapsed: () => number;
}

export function createBreaker({ threshold, coolDownMs, elapsed }: BreakerOptions): Breaker {
  let failuresInARow = 0;
  let openedAt: number | null = null;
  let trialUnderWay = false;

  function state(): BreakerState {
    if (openedAt === null) return "closed";
    return elapsed() - openedAt >= coolDownMs ? "half-open" : "open";
  }

  function close(): void {
    failuresInARow = 0;
    openedAt = null;
    trialUnderWay = false;
  }

  return {
    state,
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
      if (fatal || trialUnderWay || failuresInARow >= threshold) openedAt = elapsed();
      trialUnderWay = false;
    },
    close,
  };
}
