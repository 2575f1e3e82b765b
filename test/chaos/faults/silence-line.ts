import type { DatabaseLine } from "../database-line.ts";
import type { Strike } from "../fault-rounds.ts";
import { holdAway } from "./hold-away.ts";
import { untilReady } from "./until-ready.ts";

/**
 * Lets the line to PostgreSQL swallow what is said without breaking, until the office has said so. By turns it passes
 * everything on in the end, late, or breaks.
 */
export function silenceLine(line: DatabaseLine): Strike {
  return async (scene) => {
    line.fallSilent();
    await holdAway(scene);
    if (scene.round % 2 === 0) await line.down();
    line.speakAgain();
    if (scene.round % 2 === 0) await line.up();
    await untilReady(scene);
    return 1;
  };
}
