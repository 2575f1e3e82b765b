import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pino } from "pino";
import { callerOf, enginePrincipal } from "../../server/domain/changes/caller.ts";
import { systemClock } from "../../server/domain/changes/clock.ts";
import { SettableClock } from "../../server/domain/changes/settable-clock.ts";
import { createRecord } from "../../server/domain/records/create-record.ts";
import { moveClock } from "../../server/domain/timers/move-clock.ts";
import { createToken } from "../../server/domain/users/api-tokens.ts";
import { readSettings } from "../../server/settings.ts";
import { openTown, type Town } from "../../server/town.ts";
import { freePort } from "../support/free-port.ts";
import { judgeHistory } from "./judge-history.ts";
import { Load } from "./load.ts";
import { ServerProcess } from "./server-process.ts";

export interface KillOptions {
  /** An empty database; a SQLite file of its own without it. */
  readonly databaseUrl?: string;
  readonly nodes: number;
  readonly rounds: number;
  readonly seed: number;
  readonly progress?: (round: number) => void;
}

export interface KillFigures {
  readonly kills: number;
  readonly sent: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly entries: number;
  readonly timersFired: number;
  readonly faults: readonly string[];
}

const tallyCount = 24;
const workers = 16;
/** A round's load before somebody pulls the plug, in milliseconds. */
const shortest = 300;
const longest = 1500;

/**
 * Starts the product, loads it, and kills every process of it with SIGKILL, round after round; looks at what is left
 * after each, and in the end at whether every timer had its effect once.
 */
export async function killRounds(options: KillOptions): Promise<KillFigures> {
  const folder = await mkdtemp(join(tmpdir(), "passerelle-chaos-"));
  const environment = {
    PASSERELLE_DATA: folder,
    PASSERELLE_OFFICE: "test/chaos/office",
    PASSERELLE_SAMPLE: "none",
    SESSION_SECRET: "for the workshop of faults alone",
    LOG_LEVEL: "fatal",
    ...(options.databaseUrl !== undefined && { DATABASE_URL: options.databaseUrl }),
  };
  const random = mulberry32(options.seed);
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
        await pause(shortest + random() * (longest - shortest));
        await node.kill();
        kills += 1;
        up = up.filter((url) => url !== node.url);
      }
      const judged = await inTown(environment, systemClock.now(), (town) =>
        judgeHistory(town, load, { isDrained: false }),
      );
      faults.push(...judged.faults.map((fault) => `round ${round}: ${fault}`));
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
    await Promise.all(nodes.map((node) => node.kill()));
    await rm(folder, { recursive: true, force: true });
  }
}

type ChaosEnvironment = { readonly [name: string]: string };

/** An administrator's token, and tallies to send events to. */
function furnish(environment: ChaosEnvironment) {
  return inTown(environment, systemClock.now(), async ({ office, people }) => {
    const { secret } = await createToken(people, { name: "chaos", roles: ["admin"], createdBy: "chaos" });
    const caller = callerOf(office, enginePrincipal, "en");
    const names = Array.from({ length: tallyCount }, (_, place) => `Tally ${place + 1}`);
    const made = await Promise.all(
      names.map((name) => createRecord(office, caller, { type: "tallies", data: { name } })),
    );
    return { secret, tallies: made.map((tally) => String(tally["id"])) };
  });
}

/** Hours later, when every lease of the dead is over and every timer due. */
function drained(environment: ChaosEnvironment, load: Load) {
  const [soon, later] = [3, 24].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
  return inTown(environment, soon ?? "", async (town, clock) => {
    await moveClock(town.office, clock, later ?? "");
    return judgeHistory(town, load, { isDrained: true });
  });
}

async function inTown<T>(
  environment: ChaosEnvironment,
  now: string,
  work: (town: Town, clock: SettableClock) => Promise<T>,
): Promise<T> {
  const clock = new SettableClock(now);
  const logger = pino({ level: "silent" });
  await using town = await openTown({
    settings: readSettings(environment),
    clock,
    logger,
    publicUrl: () => "http://127.0.0.1",
  });
  return await work(town, clock);
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((left, right) => left.place - right.place)
    .map(({ item }) => item);
}

/** Numbers from 0 to below 1 that are the same for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
