import type { SampleTown } from "../../server/plugin-api/index.ts";
import { addDays, type Day } from "./office-days.ts";

/** What someone of the town can do: every change is theirs. */
export type Hands = Pick<SampleTown, "create" | "update" | "send" | "list">;

/** Something that someone of the town does one day. */
interface Step {
  readonly day: Day;
  readonly who: string;
  readonly act: (hands: Hands) => Promise<unknown>;
}

/** How many minutes pass between two things that the same file sees in one day. */
const minutesBetweenRounds = 25;

/**
 * What happens in the town, told in any order and played in the order of the days.
 *
 *     tell (any day) ──▶ play: day by day ──▶ round by round: the next step of every thread, side by side
 *
 * Steps of one thread (a person, a recruitment) keep the order they were told in; what is told for later than the last
 * day never happens.
 */
export class Story {
  readonly #threads = new Map<string, Step[]>();
  readonly #lastDay: Day;

  constructor(lastDay: Day) {
    this.#lastDay = lastDay;
  }

  /** @param who id of the user who does it. */
  tell(step: { readonly day: Day; readonly thread: string; readonly who: string; readonly act: Step["act"] }): void {
    if (step.day > this.#lastDay) return;
    const steps = this.#threads.get(step.thread) ?? [];
    steps.push({ day: step.day, who: step.who, act: step.act });
    this.#threads.set(step.thread, steps);
  }

  /** Plays everything, ending at the instant `town.now`. */
  async play(town: SampleTown): Promise<void> {
    const days = this.#byDay();
    let played = 0;
    for (const [day, threads] of days) {
      const rounds = roundsOf(threads);
      for (const [n, round] of rounds.entries()) {
        await town.moveClock(instantOf(town, day, (n + 1) / (rounds.length + 1), n));
        await Promise.all(round.map((step) => step.act(handsOf(town, step.who))));
      }
      played += 1;
      town.progress(played, days.length);
    }
    await town.moveClock(town.now);
  }

  #byDay(): readonly (readonly [Day, readonly (readonly Step[])[]])[] {
    const days = new Map<Day, Step[][]>();
    for (const steps of this.#threads.values()) {
      for (const [day, ofDay] of groupBy(steps, (step) => step.day)) {
        days.set(day, [...(days.get(day) ?? []), ofDay]);
      }
    }
    return [...days].sort(([one], [other]) => (one < other ? -1 : 1));
  }
}

function roundsOf(threads: readonly (readonly Step[])[]): readonly (readonly Step[])[] {
  const longest = Math.max(...threads.map((steps) => steps.length));
  return Array.from({ length: longest }, (_, n) => threads.flatMap((steps) => steps[n] ?? []));
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item)) ?? [];
    group.push(item);
    groups.set(keyOf(item), group);
  }
  return groups;
}

/** Many act side by side: each says who they are at every call. */
function handsOf(town: SampleTown, who: string): Hands {
  const acting = (): SampleTown => {
    town.actAs(who);
    return town;
  };
  return {
    create: (type, data) => acting().create(type, data),
    update: (type, id, data) => acting().update(type, id, data),
    send: (type, id, event, payload) => acting().send(type, id, event, payload),
    list: (type, query) => acting().list(type, query),
  };
}

/** Past days begin at 7.30 UTC, half past eight or nine in Trélazé; the last day's rounds fill the two hours before now. */
function instantOf(town: SampleTown, day: Day, share: number, round: number): string {
  if (day < town.today) {
    const minutes = 7 * 60 + 30 + round * minutesBetweenRounds;
    return new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000).toISOString();
  }
  const now = Date.parse(town.now);
  const start = Math.max(now - 2 * 3_600_000, Date.parse(`${addDays(town.today, -1)}T23:00:00Z`));
  return new Date(Math.min(now, start) + Math.max(0, now - start) * share).toISOString();
}
