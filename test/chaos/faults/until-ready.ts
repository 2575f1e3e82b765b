import { setTimeout as pause } from "node:timers/promises";
import type { Scene } from "../fault-rounds.ts";

const patience = 120_000;

/** Waits until the office says by itself that it is ready; notes a fault when it does not. */
export async function untilReady({ ask, hold }: Scene): Promise<void> {
  const until = Date.now() + patience;
  let status = 0;
  while (status !== 200 && Date.now() < until) {
    status = (await ask("/readyz")).status;
    if (status !== 200) await pause(20);
  }
  hold("ready again by itself", status === 200);
}
