import { localDay, startOfDay } from "../../engine/time/calendar.ts";
import { after } from "../changes/instants.ts";
import type { Office } from "../changes/office.ts";
import { runDueEffects } from "../effects/run-due-effects.ts";
import { asUnit } from "../effects/unit-of-work.ts";
import { failureOf } from "../incidents/failure-of.ts";
import { fireTimers } from "./fire-timers.ts";
import { recomputeDerived } from "./recompute-derived.ts";
import { type LoopedWork, WorkLoop } from "./work-loop.ts";

/** How long effects are left to the request that made them before the background takes them up, in seconds. */
const headStart = 3;
/** How long a process leases a chore, in seconds. */
const choreLease = 900;

/** How long a request may come again with its `Idempotency-Key` and be answered as the first time, in seconds. */
const answersKept = 7 * 24 * 3600;

/** Something that is done once on each of the office's days, by one process. */
export interface Chore {
  /** Unique, and the same in every process. */
  readonly name: string;
  /** @param office Its log lines carry the id of this unit of work. */
  run(office: Office): Promise<unknown>;
}

/**
 * Fires timers and does effects when they are due, and the chores of each day. Each of the three has a loop of its own:
 * an action that is slow to answer holds up no timer.
 */
export class BackgroundRunner {
  readonly #loops: readonly WorkLoop[];
  readonly #chores: Chore[];

  constructor(office: Office) {
    const { queue } = office;
    const loop = (name: string, work: Pick<LoopedWork, "once" | "next">) =>
      new WorkLoop({ ...work, clock: office.clock, failed: (error) => tell(office, name, error) });
    this.#chores = [
      { name: "derived", run: recomputeDerived },
      { name: "answers", run: ({ committer, clock }) => committer.forgetAnswers(after(clock.now(), -answersKept)) },
    ];
    this.#loops = [
      loop("timers", { once: () => fireTimers(office), next: () => queue.nextDue("timers") }),
      loop("effects", {
        once: () => runDueEffects(office, after(office.clock.now(), -headStart)),
        next: () => queue.nextDue("effects"),
      }),
      loop("daily chores", { once: () => doChores(office, this.#chores), next: async () => tomorrow(office) }),
    ];
  }

  /** To be called before it starts. A chore tells of its own failures, or is begun again in a moment. */
  addChore(chore: Chore): void {
    this.#chores.push(chore);
  }

  start(): void {
    for (const loop of this.#loops) loop.start();
  }

  /** Resolves when what was begun is finished. */
  async stop(): Promise<void> {
    await Promise.all(this.#loops.map((loop) => loop.stop()));
  }

  /** Something will be due at that instant. UTC ISO-8601. */
  wake(at: string): void {
    for (const loop of this.#loops) loop.wake(at);
  }
}

function tell(office: Office, work: string, error: unknown): void {
  const { code, message } = failureOf(error);
  office.log("Work in the background failed and goes on in a moment", { work, code, error: message.en });
}

/** Of several processes one does each chore; when it dies, another takes over after its lease. */
async function doChores(office: Office, chores: readonly Chore[]): Promise<number> {
  let done = 0;
  for (const { name, run } of chores) {
    const now = office.clock.now();
    const chore = { name, day: localDay(now, office.registry.office().timeZone) };
    if (!(await office.queue.claimChore(chore, now, after(now, choreLease)))) continue;
    await asUnit(office, { unit: "chore", about: { chore: name } }, async (own) => {
      await run(own);
      return [];
    });
    await office.queue.finishChore(chore);
    done += 1;
  }
  return done;
}

function tomorrow(office: Office): string {
  const { timeZone } = office.registry.office();
  return startOfDay(localDay(office.clock.now(), timeZone), timeZone, 1);
}
