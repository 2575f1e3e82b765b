import { setTimeout as wait } from "node:timers/promises";

/** One thing that a contribution promises and did not keep. */
export interface Breach {
  readonly rule: string;
  readonly what: string;
}

/** Every sentence is asked for in each of these. */
export const languages = ["fr", "en"] as const;

/** How long an aborted call may take to end. */
const abortMs = 1000;

/** An aborted call ends, and does not answer as if nothing had been said. */
export async function abortBreaches(call: (signal: AbortSignal) => Promise<unknown>): Promise<readonly Breach[]> {
  const late = new AbortController();
  const ended = await Promise.race([
    call(AbortSignal.abort()).then(
      () => "answered",
      () => "ended",
    ),
    wait(abortMs, "still running", { signal: late.signal }),
  ]);
  late.abort();
  return ended === "ended" ? [] : [{ rule: "abort", what: `an aborted call ${ended}` }];
}

/** None when two answers are the same JSON; else the breach of that rule. */
export function differing(rule: string, one: unknown, other: unknown): readonly Breach[] {
  return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ rule, what: "two answers differ" }];
}
