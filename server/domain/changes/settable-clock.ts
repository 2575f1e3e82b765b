import type { Clock } from "./clock.ts";

/** A clock that stands still until it is moved: for samples, rehearsals and tests. */
export class SettableClock implements Clock {
  #now: string;
  #waiting: readonly { readonly instant: string; readonly call: () => void }[] = [];

  /** @param now UTC ISO-8601. */
  constructor(now: string) {
    this.#now = new Date(now).toISOString();
  }

  now(): string {
    return this.#now;
  }

  /** Moves on, never backwards, and calls whatever was to be called until then. UTC ISO-8601. */
  moveTo(instant: string): void {
    const to = new Date(instant).toISOString();
    if (to < this.#now) throw new RangeError(`The clock stands at ${this.#now} and cannot go back to ${to}`);
    this.#now = to;
    const due = this.#waiting.filter((each) => each.instant <= to);
    this.#waiting = this.#waiting.filter((each) => each.instant > to);
    for (const each of due) each.call();
  }

  wakeAt(instant: string, call: () => void): () => void {
    const waiting = { instant: new Date(instant).toISOString(), call };
    this.#waiting = [...this.#waiting, waiting];
    if (waiting.instant <= this.#now) queueMicrotask(() => this.moveTo(this.#now));
    return () => {
      this.#waiting = this.#waiting.filter((each) => each !== waiting);
    };
  }
}
