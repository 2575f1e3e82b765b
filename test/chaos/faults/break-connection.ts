import type { Database } from "../../../server/adapters/sql/database.ts";
import type { DatabaseLine } from "../database-line.ts";
import type { Strike } from "../fault-rounds.ts";
import { holdAway } from "./hold-away.ts";
import { untilReady } from "./until-ready.ts";

/** The line that the office has to its database, and the database reached in another way. */
export interface Lines {
  readonly line: DatabaseLine;
  readonly database: Database;
  readonly schema: string;
}

/** Breaks what the office says to PostgreSQL, in three ways by turns: each ends what was under way there. */
export function breakConnection({ line, database, schema }: Lines): Strike {
  const ways: readonly Strike[] = [
    () => endBackends(database, schema),
    async () => {
      await line.loseNextCommit();
      return 1;
    },
    async (scene) => {
      await line.down();
      await holdAway(scene);
      await line.up();
      return 1;
    },
  ];
  return async (scene) => {
    const struck = await ways[(scene.round - 1) % ways.length]?.(scene);
    await untilReady(scene);
    return struck ?? 0;
  };
}

/** As an administrator of PostgreSQL would. Returns how many connections that were. */
async function endBackends({ knex, dialect }: Database, schema: string): Promise<number> {
  const ended: unknown = await knex.raw(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name LIKE ? AND pid <> pg_backend_pid()`,
    [`passerelle ${schema}%`],
  );
  return dialect.rowsOf(ended).length;
}
