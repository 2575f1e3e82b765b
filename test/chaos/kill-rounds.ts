import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../support/free-port.ts";
import { chaosEnvironment, drained, furnish, judged } from "./chaos-town.ts";
import { Load } from "./load.ts";
import { seededNumbers } from "./seeded-numbers.ts";
import { ServerProcess } from "./server-process.ts";

/** How many processes are killed, how often, on which database. */
export interface KillOptions {
  /** An empty database; a SQLite file of its own without it. */
  readonly databaseUrl?: string;
  readonly nodes: number;
  readonly rounds: number;
  readonly seed: number;
  readonly progress?: (round: number) => void;
}

/** What happened in all rounds together. */
export interface KillFigures {
  readonly kills: number;
  readonly sent: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly entries: number;
  readonly timersFired: number;
  readonly faults: readonly string[];
}

const workers = 16;
/** Events that are acknowledged before somebody pulls the plug, and how long after that, at most, in milliseconds. */
const pace = 20;
const longest = 1200;

/**
 * Starts the product, loads it, and kills every process of it with SIGKILL, round after round; looks at what is left
 * after each, and in the end at whether every timer had its effect once.
 */
export async function killRounds(options: KillOptions): Promise<KillFigures> {
  const folder = await mkdtemp(join(tmpdir(), "passerelle-chaos-"));
  const environment = chaosEnvironment(folder, options.databaseUrl);
  const random = seededNumbers(options.seed);
  const { secret, tallies } = await furnish(environment);
  const nodes: ServerProcess[] = [];
  for (let node = 0; node < options.nodes; node += 1) nodes.push(new ServerProcess(await freePort(), environment));
  let up: readonly string[] = [];
  const load = new Load(String(options.seed), { urls: () => up, secret, tallies, random });
  const faults: string[] = [];
  let kills = 0;
  try {
    for (let round = 1; round <= options.rounds; round += 1) {
      await Promise.all(nodes.map((node) => node.start()));
      up = nodes.map(({ url }) => url);
      if (round === 1) load.start(workers);
      for (const node of shuffled(nodes, random)) {
        await load.takes(pace);
        await pause(random() * longest);
        await node.kill();
        kills += 1;
        up = up.filter((url) => url !== node.url);
      }
      const seen = await judged(environment, load);
      faults.push(...seen.faults.map((fault) => `round ${round}: ${fault}`));
      options.progress?.(round);
    }
    await Promise.all(nodes.map((node) => node.start()));
    up = nodes.map(({ url }) => url);
    await load.stop();
    await Promise.all(nodes.map((node) => node.kill()));
    const last = await drained(environment, load);
    const { sent, acknowledged, refused } = load;
    faults.push(...last.faults);
    const { entries, timersFired } = last;
    return { kills, sent, acknowledged: acknowledged.size, refused: refused.size, entries, timersFired, faults };
  } finally {
    load.abandon();
    await Promise.all(nodes.map((node) => node.kill()));
    await rm(folder, { recursive: true, force: true });
  }
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((left, right) => left.place - right.place)
    .map(({ item }) => item);
}
