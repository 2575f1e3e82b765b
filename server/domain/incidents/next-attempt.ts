import { after } from "../changes/instants.ts";
import { DomainError } from "../domain-error.ts";
import { mayPass } from "./failure-of.ts";

/** Seconds to wait before each further attempt: a day and a half in all. */
const waits = [10, 60, 600, 3600, 6 * 3600, 24 * 3600];
/** A refusal does not go away by itself: it is tried again only in case something was still under way. */
const waitsOfRefusals = [10, 60];
/** Faults of a definition, the same however often it is tried. */
const hopeless: ReadonlySet<string> = new Set(["endless-chain", "malformed-action"]);
/** A wait is this much longer or shorter, so that what failed together is not tried again together. */
const spread = 0.2;

/** What failed how often, and when. */
export interface FailedAttempt {
  /** Of the work: what its waits are spread by. */
  readonly key: string;
  /** Attempts before this one. */
  readonly attempts: number;
  /** UTC ISO-8601. */
  readonly now: string;
}

/** When to try again; null when it was the last time. UTC ISO-8601. */
export function nextAttempt(error: unknown, { key, attempts, now }: FailedAttempt): string | null {
  const wait = waitsFor(error)[attempts];
  return wait === undefined ? null : after(now, wait * (1 - spread + 2 * spread * fraction(`${key} ${attempts}`)));
}

function waitsFor(error: unknown): readonly number[] {
  if (mayPass(error)) return waits;
  return error instanceof DomainError && hopeless.has(error.details.code) ? [] : waitsOfRefusals;
}

/** A number from 0 to 1 that is another for each text, and the same every time (FNV-1a). */
function fraction(text: string): number {
  let hash = 2166136261;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  return (hash >>> 0) / 2 ** 32;
}
