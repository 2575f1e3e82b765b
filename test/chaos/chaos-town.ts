import { pino } from "pino";
import { callerOf, enginePrincipal } from "../../server/domain/changes/caller.ts";
import { systemClock } from "../../server/domain/changes/clock.ts";
import { SettableClock } from "../../server/domain/changes/settable-clock.ts";
import { createRecord } from "../../server/domain/records/create-record.ts";
import { moveClock } from "../../server/domain/timers/move-clock.ts";
import { createToken } from "../../server/domain/users/api-tokens.ts";
import { readSettings } from "../../server/settings.ts";
import { openTown, type Town } from "../../server/town/town.ts";
import { type Judged, judgeHistory } from "./judge-history.ts";
import type { Load } from "./load.ts";

/** The variables of the processes of one office of tallies. */
export interface ChaosEnvironment {
  readonly [name: string]: string;
}

/** How long the faults' clocks may be ahead at most, in hours: whatever waits is due after that. */
export const farthestAhead = 48;
const tallyCount = 24;

/** @param databaseUrl An empty database; a SQLite file in the folder without it. */
export function chaosEnvironment(folder: string, databaseUrl: string | undefined): ChaosEnvironment {
  return {
    PASSERELLE_DATA: folder,
    PASSERELLE_OFFICE: "test/chaos/office",
    PASSERELLE_SAMPLE: "none",
    SESSION_SECRET: "for the workshop of faults alone",
    LOG_LEVEL: "fatal",
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
  };
}

/** An administrator's token, and tallies to send events to. */
export function furnish(environment: ChaosEnvironment) {
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

/** What is left while nobody is at work. */
export function judged(environment: ChaosEnvironment, load: Load): Promise<Judged> {
  return inTown(environment, systemClock.now(), (town) => judgeHistory(town, load, { isDrained: false }));
}

/** What is left days later, when every lease of the dead is over and every timer due. */
export function drained(environment: ChaosEnvironment, load: Load): Promise<Judged> {
  const [soon = "", later = ""] = [farthestAhead + 3, farthestAhead + 24].map((hours) =>
    new Date(Date.now() + hours * 3_600_000).toISOString(),
  );
  return inTown(environment, soon, async (town, clock) => {
    await moveClock(town.office, clock, later);
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
