import { expect, test } from "vitest";
import { openDatabase } from "../../../server/adapters/sql/database.ts";
import { DatabaseLine } from "../../chaos/database-line.ts";
import { type FaultOptions, faultRounds, type Strike } from "../../chaos/fault-rounds.ts";
import { breakConnection } from "../../chaos/faults/break-connection.ts";
import { deliverTwice } from "../../chaos/faults/deliver-twice.ts";
import { fillPages } from "../../chaos/faults/fill-disk.ts";
import { jumpClock } from "../../chaos/faults/jump-clock.ts";
import { silenceLine } from "../../chaos/faults/silence-line.ts";
import { eachDatabase, postgresPlace } from "../../support/databases.ts";

const seed = 20_261_123;

/** A few rounds of it, after which nothing may be missing, doubled or touched. */
async function held(
  strike: Strike,
  options: Pick<FaultOptions, "databaseUrl" | "officeUrl"> & { rounds?: number } = {},
) {
  const { rounds = 3 } = options;
  const figures = await faultRounds({ strike, seed, ...options, rounds });
  expect(figures.faults).toEqual([]);
  expect(figures.acknowledged).toBeGreaterThanOrEqual(15 * (rounds + 1));
  expect(figures.timersFired).toBeGreaterThan(0);
  return figures;
}

test("a connection that breaks loses nothing, doubles nothing, is told and comes back by itself", async () => {
  const place = await postgresPlace();
  const schema = new URL(place.url).searchParams.get("schema") ?? "";
  await using database = await openDatabase(place.url);
  await using line = new DatabaseLine(place.url);
  await line.up();
  const strike = breakConnection({ line, database, schema });
  const { postponed, struck } = await held(strike, { databaseUrl: place.url, officeUrl: line.url });
  expect(Object.keys(postponed)).toEqual(["database-unavailable"]);
  expect(struck).toBeGreaterThan(3);
  await place.remove();
});

test("a line that falls silent without breaking is given up in time, loses nothing, doubles nothing", async () => {
  const place = await postgresPlace();
  await using line = new DatabaseLine(place.url);
  await line.up();
  const officeUrl = `${line.url}&statement_timeout=1000`;
  const { postponed } = await held(silenceLine(line), { databaseUrl: place.url, officeUrl, rounds: 2 });
  expect(Object.keys(postponed)).toContain("database-unavailable");
  await place.remove();
});

test("a full disk writes no half of anything, is told, and is over once there is room", async () => {
  const { postponed } = await held(fillPages);
  expect(Object.keys(postponed)).toEqual(["storage-full"]);
});

eachDatabase((_open, makePlace) => {
  test("a clock that jumps forwards and back loses no timer and doubles none", async () => {
    const { url, remove } = await makePlace();
    await held(jumpClock, { databaseUrl: url });
    await remove();
  });

  test("timers and effects that are delivered twice have their effect once", async () => {
    const { url, remove } = await makePlace();
    expect((await held(deliverTwice, { databaseUrl: url })).struck).toBeGreaterThan(0);
    await remove();
  });
});
