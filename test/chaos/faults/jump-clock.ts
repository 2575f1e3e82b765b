import { farthestAhead } from "../chaos-town.ts";
import type { Strike } from "../fault-rounds.ts";

const hour = 3_600_000;

/** Sets the clock up to two days ahead of the time or behind it, forwards and back by turns. */
export const jumpClock: Strike = async ({ clock, random, round }) => {
  const way = round % 2 === 0 ? -1 : 1;
  clock.setAhead(way * random() * farthestAhead * hour);
  return 1;
};
