import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../support/postgres-server.ts";

/** Where a run keeps its databases, and how long it measures. */
export interface BenchPlace extends AsyncDisposable {
  readonly folder: string;
  /** How often the contenders take their turn. */
  readonly rounds: number;
  /** How long a turn is. */
  readonly milliseconds: number;
  /** The size of the largest list, and of what is reported on. */
  readonly records: number;
  sqliteUrl(name: string): string;
  /** A schema of that name. */
  postgresUrl(name: string): string;
}

/** A folder and a PostgreSQL of its own, cleared away at the end. */
export async function openBenchPlace(options: readonly string[]): Promise<BenchPlace> {
  const isShort = options.includes("--short");
  const records = options.find((option) => option.startsWith("--records="))?.slice("--records=".length);
  const folder = await mkdtemp(join(tmpdir(), "passerelle-bench-"));
  const postgres = await startPostgres();
  return {
    folder,
    rounds: isShort ? 3 : 5,
    milliseconds: isShort ? 1000 : 3000,
    records: Number(records ?? 100_000),
    sqliteUrl: (name) => `sqlite:${join(folder, name)}.db`,
    postgresUrl: (name) => {
      const url = new URL(postgres.url);
      url.searchParams.set("schema", name);
      return url.href;
    },
    [Symbol.asyncDispose]: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
