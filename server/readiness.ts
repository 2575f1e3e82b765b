import { setTimeout as pause } from "node:timers/promises";
import { takenMigrations } from "./adapters/sql/tables/migrate.ts";
import type { Readiness, ServingState } from "./http/readiness.ts";
import { type Town, townMigrations } from "./town/town.ts";

/** The database that does not answer within so many milliseconds is not there. */
const patience = 2000;

/** Asks the town whether it can serve: nothing is taken on trust but what this process has done itself. */
export function readinessOf({ database, documents }: Town, state: () => ServingState): () => Promise<Readiness> {
  const migrations = async (): Promise<Readiness["migrations"]> => {
    const taken = await takenMigrations(database);
    if (townMigrations.some(({ name }) => !taken.has(name))) return "missing";
    return taken.size > townMigrations.length ? "newer" : "done";
  };
  return async () => {
    const late = pause(patience, "unknown" as const, { ref: false });
    const inTime = <T>(asked: Promise<T>) => Promise.race([asked, late]).catch(() => "unknown" as const);
    const place = documents.isThere().then((isThere) => (isThere ? "here" : "elsewhere"));
    const [found, files] = await Promise.all([inTime(migrations()), inTime(place)]);
    const isWell = found === "done" || found === "newer";
    const serving = state();
    return {
      status: serving === "ready" && !isWell ? "unwell" : serving,
      database: found === "unknown" ? "unreachable" : "reachable",
      migrations: found,
      documents: files,
      sample: serving === "starting" ? "pending" : "done",
    };
  };
}
