import type { Clock } from "../changes/clock.ts";
import { after } from "../changes/instants.ts";

/** It looks at least this often, in seconds, for what nobody announced: the clock was moved, a process has died. */
const longestSleep = 30;
/** It never turns faster than this, in seconds, when there is work that it cannot get at. */
const shortestSleep = 1;
const pauseAfterFailure = 5;

/** Work that a loop does when it is due. */
export interface LoopedWork {
  readonly clock: Clock;
  /** Does some of what is due; answers how much it was. */
  once(): Promise<number>;
  /** When there will be more; null when nothing is known of. UTC ISO-8601. */
  next(): Promise<string | null>;
  failed(error: unknown): void;
}

/**
 * Does work at the moment it is due, for as long as it is not stopped.
 *
 *                 ┌──────────────wake(earlier): sleeps less──┐
 *                 ▼                                          │
 *     stopped ──start──▶ working ──nothing due──▶ sleeping ──┘
 *        ▲                ▲  └─more due─┘            │
 *        │                └──────────the time has come
 *        └──stop (what is begun is finished)── from any
 *
 * A wake-up that comes while it works is remembered, and bounds the sleep after it.
 */
export class WorkLoop {
  readonly #work: LoopedWork;
  #state: "stopped" | "working" | "sleeping" = "stopped";
  #underWay: Promise<void> = Promise.resolve();
  /** The earliest instant that somebody announced while it was working. */
  #announced: string | null = null;
  #sleepsUntil = "";
  #cancelSleep = () => {};

  constructor(work: LoopedWork) {
    this.#work = work;
  }

  start(): void {
    if (this.#state === "stopped") this.#begin();
  }

  /** Resolves when what was begun is finished. */
  async stop(): Promise<void> {
    this.#state = "stopped";
    this.#cancelSleep();
    await this.#underWay;
  }

  /** Something will be due at that instant. UTC ISO-8601. */
  wake(at: string): void {
    if (this.#state === "working" && (this.#announced === null || at < this.#announced)) this.#announced = at;
    if (this.#state !== "sleeping") return;
    const instant = this.#soonest([at]);
    if (instant < this.#sleepsUntil) this.#sleepUntil(instant);
  }

  #begin(): void {
    this.#state = "working";
    this.#underWay = this.#underWay
      .then(() => this.#turn())
      .then((next) => {
        if (this.#state === "working") this.#sleepUntil(next);
      });
  }

  #sleepUntil(instant: string): void {
    this.#cancelSleep();
    this.#state = "sleeping";
    this.#sleepsUntil = instant;
    this.#cancelSleep = this.#work.clock.wakeAt(instant, () => this.#begin());
  }

  /** Works as long as there is work. Returns when there will be more. */
  async #turn(): Promise<string> {
    try {
      for (;;) {
        this.#announced = null;
        while (this.#state === "working" && (await this.#work.once()) > 0);
        const next = await this.#work.next();
        const fellDue = next !== null && next <= this.#work.clock.now();
        // What fell due meanwhile is done at once. When there is nothing to lease then, another process has it.
        const goesOn = fellDue && this.#state === "working" && (await this.#work.once()) > 0;
        if (!goesOn) return this.#soonest([next, this.#announced]);
      }
    } catch (error) {
      this.#work.failed(error);
      return after(this.#work.clock.now(), pauseAfterFailure);
    }
  }

  #soonest(wanted: readonly (string | null)[]): string {
    const now = this.#work.clock.now();
    const latest = after(now, longestSleep);
    const known = [...wanted, latest].filter((instant) => instant !== null);
    const [soonest = latest] = known.sort();
    return [soonest, after(now, shortestSleep)].sort()[1] ?? latest;
  }
}
