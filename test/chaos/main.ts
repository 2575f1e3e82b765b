import { randomBytes } from "node:crypto";
import { startPostgres } from "../support/postgres-server.ts";
import { type KillFigures, killRounds } from "./kill-rounds.ts";

/**
 * The long run: `node test/chaos/run.mjs [rounds]`, one process on SQLite, then two on PostgreSQL, each killed in every
 * round. Answers whether everything held.
 */
export async function chaos(args: readonly string[]): Promise<boolean> {
  const rounds = Number(args[0] ?? 100);
  const seed = Number(args[1] ?? randomBytes(3).readUIntBE(0, 3));
  console.log(`${rounds} rounds, seed ${seed}`);
  const sqlite = await told("SQLite, one process", { nodes: 1, rounds, seed });
  const postgres = await startPostgres();
  try {
    const both = await told("PostgreSQL, two processes", { nodes: 2, rounds, seed, databaseUrl: postgres.url });
    return sqlite && both;
  } finally {
    await postgres.stop();
  }
}

async function told(title: string, options: Parameters<typeof killRounds>[0]): Promise<boolean> {
  const started = Date.now();
  const progress = (round: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${title}: round ${round}`);
  };
  const figures: KillFigures = await killRounds({ ...options, progress });
  const { faults, ...counts } = figures;
  console.log(`${title}: ${JSON.stringify({ ...counts, faults: faults.length, seconds: secondsSince(started) })}`);
  for (const fault of faults.slice(0, 20)) console.log(`  ✗ ${fault}`);
  return faults.length === 0;
}

function secondsSince(started: number): number {
  return Math.round((Date.now() - started) / 1000);
}
