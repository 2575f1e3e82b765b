import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { readSettings } from "../../server/settings.ts";
import { type RunningOffice, startOffice } from "../../server/start-office.ts";
import { chaosEnvironment, drained, furnish } from "./chaos-town.ts";
import { JumpingClock } from "./jumping-clock.ts";
import { Load } from "./load.ts";
import { seededNumbers } from "./seeded-numbers.ts";

/** An office under load, to do something to. */
export interface Scene {
  readonly office: RunningOffice;
  readonly load: Load;
  readonly clock: JumpingClock;
  readonly random: () => number;
  /** From 1. */
  readonly round: number;
  /** What the office answers to an administrator's request. */
  ask(path: string, request?: { readonly method: "POST"; readonly body: FormData | JsonObject }): Promise<Asked>;
  /** Notes a fault of the office when it is not so. */
  hold(what: string, isSo: boolean): void;
}

/** An answer of the office. */
export interface Asked {
  readonly status: number;
  readonly body: { readonly [member: string]: unknown };
}

/** Does the office harm, mends it again, and answers how often or how much it did. */
export type Strike = (scene: Scene) => Promise<number>;

/** How an office is harmed, how often, and where it keeps its data. */
export interface FaultOptions {
  readonly strike: Strike;
  readonly rounds: number;
  readonly seed: number;
  /** An empty database; a SQLite file of its own without it. */
  readonly databaseUrl?: string;
  /** By which way the office reaches the database, when not directly. */
  readonly officeUrl?: string;
  /** For the office's data; a temporary one without it. */
  readonly folder?: string;
}

/** What happened in all rounds together. */
export interface FaultFigures {
  readonly struck: number;
  readonly sent: number;
  readonly acknowledged: number;
  readonly refused: number;
  /** Answers 503, by code; whoever got one sent the same again. */
  readonly postponed: { readonly [code: string]: number };
  /** The longest wait for such an answer, in milliseconds. */
  readonly longestWait: number;
  readonly entries: number;
  readonly timersFired: number;
  readonly faults: readonly string[];
}

const workers = 8;
/** Events that are acknowledged between one strike and the next. */
const pace = 15;

/** Strikes at an office that is at work, round after round; looks in the end at what is left, and at every timer. */
export async function faultRounds(options: FaultOptions): Promise<FaultFigures> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "passerelle-chaos-")));
  const environment = chaosEnvironment(folder, options.databaseUrl);
  try {
    const { secret, tallies } = await furnish(environment);
    const clock = new JumpingClock();
    const way = options.officeUrl === undefined ? {} : { DATABASE_URL: options.officeUrl };
    const settings = readSettings({ ...environment, ...way, PORT: "0" });
    const office = await startOffice({ settings, clock, logger: pino({ level: "silent" }) });
    const random = seededNumbers(options.seed);
    const load = new Load(String(options.seed), { urls: () => [office.url], secret, tallies, random });
    const { struck, faults } = await struckOffice(options, { office, load, clock, random, secret });
    const last = await drained(environment, load);
    const { sent, acknowledged, refused, postponed, longestWait } = load;
    return {
      struck,
      sent,
      acknowledged: acknowledged.size,
      refused: refused.size,
      postponed: Object.fromEntries(postponed),
      longestWait,
      ...last,
      faults: [...faults, ...last.faults],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Stage = Pick<Scene, "office" | "load" | "clock" | "random"> & { readonly secret: string };

async function struckOffice({ strike, rounds }: FaultOptions, { secret, ...stage }: Stage) {
  const { office, load } = stage;
  const faults: string[] = [];
  let struck = 0;
  const ask = asker(office.url, secret);
  load.start(workers);
  try {
    for (let round = 1; round <= rounds; round += 1) {
      await load.takes(pace);
      const hold = (what: string, isSo: boolean) => void (isSo || faults.push(`round ${round}: not ${what}`));
      struck += await strike({ ...stage, round, ask, hold });
    }
    await load.takes(pace);
    await load.stop();
    return { struck, faults };
  } finally {
    load.abandon();
    await office.close();
  }
}

function asker(url: string, secret: string): Scene["ask"] {
  const signedIn = { authorization: `Bearer ${secret}`, "accept-language": "fr" };
  return async (path, request) => {
    const json =
      request === undefined || request.body instanceof FormData ? {} : { "content-type": "application/json" };
    const sent = request && { ...request, body: bodyOf(request.body) };
    const headers = { ...signedIn, ...json };
    const answer = await fetch(`${url}${path}`, { ...sent, headers, signal: AbortSignal.timeout(60_000) });
    return { status: answer.status, body: (await answer.json()) as Asked["body"] };
  };
}

function bodyOf(body: FormData | JsonObject): FormData | string {
  return body instanceof FormData ? body : JSON.stringify(body);
}
