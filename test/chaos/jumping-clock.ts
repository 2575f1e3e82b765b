import { type Clock, systemClock } from "../../server/domain/changes/clock.ts";

/** The time of a machine whose clock is set, forwards or back, while it works: waits that are begun go on as they were. */
export class JumpingClock implements Clock {
  #ahead = 0;

  now(): string {
    return new Date(Date.now() + this.#ahead).toISOString();
  }

  wakeAt(instant: string, call: () => void): () => void {
    return systemClock.wakeAt(new Date(Date.parse(instant) - this.#ahead).toISOString(), call);
  }

  /** From now on it is so many milliseconds ahead of the real time, or behind. */
  setAhead(milliseconds: number): void {
    this.#ahead = milliseconds;
  }

  /** Goes on by so many milliseconds at once. */
  leap(milliseconds: number): void {
    this.#ahead += milliseconds;
  }
}
