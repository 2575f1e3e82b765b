import { localDay } from "../../engine/time/calendar.ts";
import { after } from "../changes/instants.ts";
import type { Office } from "../changes/office.ts";
import { runDueEffects } from "../effects/run-due-effects.ts";
import { fireTimers } from "./fire-timers.ts";
import { recomputeDerived } from "./recompute-derived.ts";

/** Effects that a request has made are its own for so many seconds before the background takes them up. */
const headStart = 3;
/** Other processes of the same office leave work behind without a word: it looks at least this often, in seconds. */
const longestSleep = 60;
/** It never turns faster than this, in seconds, when there is work that it cannot get at. */
const shortestSleep = 1;
const pauseAfterFailure = 5;

/**
 * Fires timers, does effects and, once a day, computes derived values again, at the moment they are due.
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
export class BackgroundRunner {
  readonly #office: Office;
  #state: "stopped" | "working" | "sleeping" = "stopped";
  #work: Promise<void> = Promise.resolve();
  /** The earliest instant that somebody announced while it was working. */
  #announced: string | null = null;
  #sleepsUntil = "";
  #cancelSleep = () => {};
  #lastDay = "";

  constructor(office: Office) {
    this.#office = office;
  }

  start(): void {
    if (this.#state === "stopped") this.#begin();
  }

  /** Resolves when what was begun is finished. */
  async stop(): Promise<void> {
    this.#state = "stopped";
    this.#cancelSleep();
    await this.#work;
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
    this.#work = this.#work
      .then(() => this.#turn())
      .then((next) => {
        if (this.#state === "working") this.#sleepUntil(next);
      });
  }

  #sleepUntil(instant: string): void {
    this.#cancelSleep();
    this.#state = "sleeping";
    this.#sleepsUntil = instant;
    this.#cancelSleep = this.#office.clock.wakeAt(instant, () => this.#begin());
  }

  /** Works as long as there is work. Answers when there will be more. */
  async #turn(): Promise<string> {
    try {
      this.#announced = null;
      while (this.#state === "working" && (await this.#workOnce()) > 0);
      return this.#soonest([await this.#office.queue.nextDue(), this.#announced]);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#office.log("The background work failed and goes on in a moment", { error: message });
      return after(this.#office.clock.now(), pauseAfterFailure);
    }
  }

  async #workOnce(): Promise<number> {
    const now = this.#office.clock.now();
    const today = localDay(now, this.#office.registry.office().timeZone);
    const fired = await fireTimers(this.#office);
    const done = await runDueEffects(this.#office, after(now, -headStart));
    if (today !== this.#lastDay) {
      await recomputeDerived(this.#office);
      this.#lastDay = today;
    }
    return fired + done;
  }

  #soonest(wanted: readonly (string | null)[]): string {
    const now = this.#office.clock.now();
    const latest = after(now, longestSleep);
    const known = [...wanted, latest].filter((instant) => instant !== null);
    const [soonest = latest] = known.sort();
    return [soonest, after(now, shortestSleep)].sort()[1] ?? latest;
  }
}
