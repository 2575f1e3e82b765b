/** How many times a second something was done, and how long one took, in milliseconds. */
export interface Pace {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Something whose speed is compared: runs for so many milliseconds, and answers how often a second it was done. */
export type Contender = (milliseconds: number) => Promise<number>;

/** Rounds before those that count. */
const warmUps = 4;

/** What each contender reached in one round, by its name. */
export type Round<Name extends string> = { readonly [name in Name]: number };

/**
 * Lets contenders run in turns, so that whatever else the machine does meets all of them alike. They are warm before it
 * counts: code that has just begun is still being compiled, the more of it the longer.
 */
export async function inTurns<Name extends string>(
  contenders: { readonly [name in Name]: Contender },
  { rounds, milliseconds }: { readonly rounds: number; readonly milliseconds: number },
): Promise<readonly Round<Name>[]> {
  const all = Object.entries<Contender>(contenders);
  const round = async (length: number): Promise<Round<Name>> => {
    const reached: [string, number][] = [];
    for (const [name, contender] of all) reached.push([name, await contender(length)]);
    return Object.fromEntries(reached) as Round<Name>;
  };
  for (let turn = 0; turn < warmUps; turn++) await round(milliseconds);
  const reached: Round<Name>[] = [];
  for (let turn = 0; turn < rounds; turn++) reached.push(await round(milliseconds));
  return reached;
}

/** The middle of the ratios of the rounds. */
export function medianRatio<Name extends string>(rounds: readonly Round<Name>[], name: Name, limit: Name): number {
  return median(rounds.map((round) => round[name] / round[limit]));
}

/** The middle of what one contender reached, in its own unit. */
export function medianOf<Name extends string>(rounds: readonly Round<Name>[], name: Name): number {
  return median(rounds.map((round) => round[name]));
}

/** Does `once` again and again, `atOnce` at a time, for so many milliseconds. It is given a number that counts up. */
export async function pace(options: {
  readonly atOnce: number;
  readonly milliseconds: number;
  readonly once: (turn: number) => Promise<unknown>;
}): Promise<Pace> {
  let turn = 0;
  const taken: number[] = [];
  const started = performance.now();
  const until = started + options.milliseconds;
  const worker = async () => {
    while (performance.now() < until) {
      const began = performance.now();
      await options.once(turn++);
      taken.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, worker));
  const seconds = (performance.now() - started) / 1000;
  return { perSecond: taken.length / seconds, p50: median(taken), p99: quantile(taken, 0.99) };
}

/** The middle one; of an empty list, not a number. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}
