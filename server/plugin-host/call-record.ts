import { inLanguage, type Language, type Text } from "../plugin-api/text.ts";
import type { ContributionHealth } from "./contribution-listing.ts";
import { placeOf } from "./place-of.ts";
import { PluginCallError } from "./plugin-errors.ts";
import { ToldFailure } from "./told-failure.ts";

/** What is remembered of the calls of one contribution since the start. */
export interface CallRecord {
  begun(): void;
  ended(ms: number): void;
  failed(cause: unknown, result: { readonly setAside: boolean }): void;
  /** Why the last failure really was, where that showed itself later. */
  explained(cause: unknown, result: { readonly setAside: boolean }): void;
  succeeded(): void;
  inFlight(): number;
  figures(language: Language): Omit<ContributionHealth, "state">;
}

/** `clock` answers UTC ISO-8601. */
export function createCallRecord(clock: () => string): CallRecord {
  const count = { calls: 0, failures: 0, inFlight: 0 };
  const time = { total: 0, longest: 0 };
  let lastFailure: { readonly at: string; readonly message: Text; readonly place: string | null } | null = null;
  let since: string | null = null;

  function explained(cause: unknown, { setAside }: { readonly setAside: boolean }): void {
    const at = clock();
    if (setAside) since ??= at;
    lastFailure = { at, message: sentenceOf(cause), place: placeOf(cause) };
  }

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
    failed(cause, result) {
      count.failures += 1;
      explained(cause, result);
    },
    explained,
    succeeded() {
      since = null;
    },
    inFlight: () => count.inFlight,
    figures: (language) => ({
      ...count,
      averageMs: count.calls === 0 ? 0 : rounded(time.total / count.calls),
      longestMs: rounded(time.longest),
      lastFailure: lastFailure && { ...lastFailure, message: inLanguage(lastFailure.message, language) },
      since,
    }),
  };
}

/** What an administrator is told; what the plugin itself threw is in its own words. */
function sentenceOf(cause: unknown): Text {
  if (cause instanceof ToldFailure) return cause.text;
  if (cause instanceof PluginCallError) return cause.details.message;
  return cause instanceof Error ? cause.message : String(cause);
}

const rounded = (ms: number) => Math.round(ms * 100) / 100;
