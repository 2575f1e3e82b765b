import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * Works through the items one after the other; whatever else the process has to do is done in between.
 *
 * @param stretch Items after which others have their turn: no more than take a few milliseconds.
 */
export async function inTurns<T>(
  items: Iterable<T>,
  work: (item: T, place: number) => void,
  stretch = 50,
): Promise<void> {
  let place = 0;
  for (const item of items) {
    work(item, place);
    place += 1;
    if (place % stretch === 0) await nextTurn();
  }
}
