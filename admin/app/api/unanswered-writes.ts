import { isRefusal, problemOf } from "./api-problem.ts";

const keys = new Map<string, string>();

/**
 * The `Idempotency-Key` of a write, the same for the same write until it is answered: whoever got no answer and sends
 * it again is answered as the first time, and nothing is done twice.
 */
export function keyOfWrite(write: string): string {
  const key = keys.get(write) ?? randomKey();
  keys.set(write, key);
  return key;
}

/** The write is done: the same one is another from now on. */
export function isDone(write: string): void {
  keys.delete(write);
}

/** The write failed: it is another one from now on, unless nobody can tell whether it was carried out. */
export function isFailed(write: string, error: unknown): void {
  if (isRefusal(error) && !undecided.includes(problemOf(error)?.code ?? "")) keys.delete(write);
}

/** Refusals of a key whose first request is under way, or broke off. */
const undecided = ["idempotency-key-in-use", "outcome-unknown"];

/** `crypto.randomUUID` would do, but no browser has it on a page that came by plain HTTP. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
