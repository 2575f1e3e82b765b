import type { ContributionHealth } from "./contribution-listing.ts";
import { placeOf } from "./place-of.ts";

/** What is remembered of the calls of one contribution since the start. */
export interface CallRecord {
  begun(): void;
  ended(ms: number): void;
  failed(cause: unknown, result: { readonly setAside: boolean }): void;
  succeeded(): void;
  inFlight(): number;
  figures(): Omit<ContributionHealth, "state">;
}

export function createCallRecord(clock: () => string): CallRecord {
  const count = { calls: 0, failures: 0, inFlight: 0 };
  const time = { total: 0, longest: 0 };
  let lastFailure: ContributionHealth["lastFailure"] = null;
  let since: string | null = null;

  return {
    begun() {
      count.calls += 1;
      count.inFlight += 1;
    },
    ended(ms) {
      count.inFlight -= 1;
      time.total += ms;
      time.longest = Math.max(time.longest, ms);
    },
    failed(cause, { setAside }) {
      const at = clock();
      count.failures += 1;
      if (setAside) since ??= at;
      lastFailure = { at, message: cause instanceof Error ? cause.message : String(cause), place: placeOf(cause) };
    },
    succeeded() {
      since = null;
    },
    inFlight: () => count.inFlight,
    figures: () => ({
      ...count,
      averageMs: count.calls === 0 ? 0 : rounded(time.total / count.calls),
      longestMs: rounded(time.longest),
      lastFailure,
      since,
    }),
  };
}

const rounded = (ms: number) => Math.round(ms * 100) / 100;
