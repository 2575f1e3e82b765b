import { randomBytes } from "node:crypto";
import { openDatabase } from "../../server/adapters/sql/database.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { DatabaseLine } from "./database-line.ts";
import { faultRounds, type Strike } from "./fault-rounds.ts";
import { breakConnection } from "./faults/break-connection.ts";
import { deliverTwice } from "./faults/deliver-twice.ts";
import { fillDisk, fillPages, fillPostgres } from "./faults/fill-disk.ts";
import { jumpClock } from "./faults/jump-clock.ts";
import { silenceLine } from "./faults/silence-line.ts";
import { killRounds } from "./kill-rounds.ts";
import { withSmallDisk } from "./small-disk.ts";

/** How long the office's statements may take while the line falls silent, in milliseconds. */
const impatient = 1000;

interface Figures {
  readonly faults: readonly string[];
}

interface Course {
  readonly rounds: number;
  readonly seed: number;
  /** Of a new, empty schema. */
  readonly makeUrl: () => string;
}

type Run = (course: Course) => Promise<boolean>;

const runs: { readonly [fault: string]: Run } = {
  kills: async ({ makeUrl, ...course }) => {
    const one = await told("kills, SQLite, one process", killRounds({ ...course, nodes: 1 }));
    const url = makeUrl();
    return (
      (await told("kills, PostgreSQL, two processes", killRounds({ ...course, nodes: 2, databaseUrl: url }))) && one
    );
  },
  connection: async ({ makeUrl, ...course }) => {
    const databaseUrl = makeUrl();
    await using database = await openDatabase(databaseUrl);
    await using line = new DatabaseLine(databaseUrl);
    await line.up();
    const strike = breakConnection({ line, database, schema: schemaOf(databaseUrl) });
    return await told("connection", faultRounds({ ...course, strike, databaseUrl, officeUrl: line.url }));
  },
  silence: async ({ makeUrl, ...course }) => {
    const databaseUrl = makeUrl();
    await using line = new DatabaseLine(databaseUrl);
    await line.up();
    const officeUrl = `${line.url}&statement_timeout=${impatient}`;
    return await told("silence", faultRounds({ ...course, strike: silenceLine(line), databaseUrl, officeUrl }));
  },
  disk: async (course) => {
    const pages = await told("disk, SQLite’s limit", faultRounds({ ...course, strike: fillPages }));
    const small = await withSmallDisk(48, (folder) =>
      told("disk, a small one", faultRounds({ ...course, strike: fillDisk(folder), folder })),
    );
    if (small === null) console.log("disk, a small one: left out, only root can mount it");
    return pages && small !== false;
  },
  "postgres-disk": async (course) => {
    const held = await withSmallDisk(160, (folder) => onSmallPostgres(folder, course));
    if (held === null) console.log("disk, PostgreSQL’s: left out, only root can mount it");
    return held ?? true;
  },
  clock: (course) => onBoth("clock", jumpClock, course),
  twice: (course) => onBoth("delivered twice", deliverTwice, course),
};

/**
 * `node test/chaos/run.mjs [rounds] [seed] [fault …]`: what these faults, or all of them, do to an office at work.
 * Returns whether everything held.
 */
export async function chaos([givenRounds, givenSeed, ...named]: readonly string[]): Promise<boolean> {
  const rounds = Number(givenRounds ?? 100);
  const seed = Number(givenSeed ?? randomBytes(3).readUIntBE(0, 3));
  const faults = named.length > 0 ? named : Object.keys(runs);
  const unknown = faults.filter((fault) => !Object.hasOwn(runs, fault));
  if (unknown.length > 0) throw new Error(`No fault is called ${unknown.join(", ")}: ${Object.keys(runs).join(", ")}`);
  console.log(`${rounds} rounds, seed ${seed}: ${faults.join(", ")}`);
  const postgres = await startPostgres();
  let schemas = 0;
  const makeUrl = () => {
    schemas += 1;
    return `${postgres.url}?schema=chaos_${schemas}`;
  };
  try {
    let allHeld = true;
    for (const fault of faults) allHeld = ((await runs[fault]?.({ rounds, seed, makeUrl })) ?? false) && allHeld;
    return allHeld;
  } finally {
    await postgres.stop();
  }
}

async function onSmallPostgres(folder: string, course: Course): Promise<boolean> {
  const { url: databaseUrl, revive, stop } = await startPostgres({ folder, isSmall: true });
  try {
    const strike = fillPostgres(folder, revive);
    return await told("disk, PostgreSQL’s", faultRounds({ ...course, strike, databaseUrl }));
  } finally {
    await stop();
  }
}

async function onBoth(title: string, strike: Strike, { makeUrl, ...course }: Course): Promise<boolean> {
  const sqlite = await told(`${title}, SQLite`, faultRounds({ ...course, strike }));
  const postgres = await told(`${title}, PostgreSQL`, faultRounds({ ...course, strike, databaseUrl: makeUrl() }));
  return sqlite && postgres;
}

async function told(title: string, run: Promise<Figures>): Promise<boolean> {
  const started = Date.now();
  const { faults, ...counts } = await run;
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${title}: ${JSON.stringify({ ...counts, faults: faults.length, seconds })}`);
  for (const fault of faults.slice(0, 20)) console.log(`  ✗ ${fault}`);
  return faults.length === 0;
}

function schemaOf(databaseUrl: string): string {
  return new URL(databaseUrl).searchParams.get("schema") ?? "";
}
