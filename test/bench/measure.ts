/** How many times a second something was done, and how long one took, in milliseconds. */
export interface Pace {
  readonly perSecond: number;
  readonly p50: number;
}

/**
 * Does `once` again and again, `atOnce` at a time, for `milliseconds`, after a warm-up of a fifth of it.
 * `once` is given a number that is never given twice.
 */
export async function pace(options: {
  readonly atOnce: number;
  readonly milliseconds: number;
  readonly once: (turn: number) => Promise<unknown>;
}): Promise<Pace> {
  let turn = 0;
  const run = async (milliseconds: number): Promise<number[]> => {
    const taken: number[] = [];
    const until = performance.now() + milliseconds;
    const worker = async () => {
      while (performance.now() < until) {
        const started = performance.now();
        await options.once(turn++);
        taken.push(performance.now() - started);
      }
    };
    await Promise.all(Array.from({ length: options.atOnce }, worker));
    return taken;
  };
  await run(options.milliseconds / 5);
  const started = performance.now();
  const taken = await run(options.milliseconds);
  const seconds = (performance.now() - started) / 1000;
  return { perSecond: taken.length / seconds, p50: median(taken) };
}

/** The middle one; of an empty list, not a number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
