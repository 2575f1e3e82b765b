import { afterAll, beforeAll, expect, test } from "vitest";
import { plugin as offerCheck } from "../../../plugins/offer-check/plugin.ts";
import { openDatabase } from "../../../server/adapters/sql/database.ts";
import { migrate } from "../../../server/adapters/sql/tables/migrate.ts";
import { storeMigrations } from "../../../server/adapters/sql/tables/migrations.ts";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { DomainError } from "../../../server/domain/domain-error.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { updateRecord } from "../../../server/domain/records/update-record.ts";
import { eachDatabase } from "../../support/databases.ts";
import { type Library, openLibrary } from "../../support/library-office/open-library.ts";
import { idOf } from "../cases/library-story.ts";
import { pack } from "./scenario.ts";

type Database = Parameters<typeof openLibrary>[0];

const openMission = (database: Database) => openLibrary(database, { pack, guards: offerCheck.guards ?? {} });

async function openSession(mission: Library, places: { readonly capacity?: number; readonly perSlot?: number }) {
  const data = { place: "Hôtel de ville", date: "2026-03-05", startsAt: "09:00", endsAt: "12:00", ...places };
  return idOf(await createRecord(mission.office, mission.as("advisor"), { type: "permanences", data }));
}

async function book(mission: Library, permanenceId: string, slotAt: string): Promise<string> {
  const data = { permanenceId, slotAt, visitorName: "Someone", walkIn: false };
  return idOf(await createRecord(mission.office, mission.as("reception"), { type: "visits", data }));
}

const send = (mission: Library, id: string, type: string, payload = {}) =>
  sendEvent(mission.office, mission.as("reception"), { type: "visits", id, body: { type, payload } });

/** How many were booked, and what the others were told, each sentence once. */
async function outcome(bookings: readonly Promise<unknown>[]) {
  const results = await Promise.allSettled(bookings);
  const told = results.flatMap((result) => {
    if (result.status === "fulfilled") return [];
    const error: unknown = result.reason;
    return [error instanceof DomainError ? error.details.reasons?.[0]?.message : String(error)];
  });
  return { booked: results.length - told.length, told: [...new Set(told)] };
}

const times = (count: number) => Array.from({ length: count }, (_, place) => place);
const hours = ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"];
const taken = "All the places at that time are taken: choose another time.";
const full =
  "All the appointments of this session are taken: choose another one, or receive the person without an appointment.";

eachDatabase((open, place) => {
  let database: Database;
  let mission: Library;

  beforeAll(async () => {
    database = await open();
    mission = await openMission(database);
  });

  afterAll(() => database.close());

  test("of many bookings of an hour at one moment as many are made as it has places, the others are told why", async () => {
    const single = await openSession(mission, { capacity: 6 });
    expect(await outcome(times(12).map(() => book(mission, single, "09:30")))).toEqual({ booked: 1, told: [taken] });
    const double = await openSession(mission, { perSlot: 2 });
    expect(await outcome(times(12).map(() => book(mission, double, "09:30")))).toEqual({ booked: 2, told: [taken] });
  });

  test("of bookings of all hours at one moment as many are made as the session has places", async () => {
    const session = await openSession(mission, { capacity: 8, perSlot: 2 });
    const all = await outcome(times(24).map((n) => book(mission, session, hours[n % hours.length] ?? "")));
    expect(all.booked).toBe(8);
    expect(all.told.every((sentence) => sentence === full || sentence === taken)).toBe(true);
    const walkIn = { permanenceId: session, walkIn: true };
    const came = await createRecord(mission.office, mission.as("reception"), { type: "visits", data: walkIn });
    expect(came["stage"]).toBe("waiting");
  });

  test("two processes do not book the same hour", async () => {
    const { url, remove } = await place();
    try {
      await using first = await openDatabase(url);
      await using second = await openDatabase(url);
      await migrate(first, storeMigrations);
      const [here, there] = [await openMission(first), await openMission(second)];
      for (const hour of hours.slice(0, 3)) {
        const session = await openSession(here, { capacity: 6 });
        const bookings = times(6).map((n) => book(n % 2 === 0 ? here : there, session, hour));
        expect(await outcome(bookings)).toEqual({ booked: 1, told: [taken] });
      }
    } finally {
      await remove();
    }
  });

  test("an appointment moves only to an hour that has room, and by that action alone", async () => {
    const session = await openSession(mission, { capacity: 6 });
    const [early, late] = [await book(mission, session, "09:00"), await book(mission, session, "09:30")];
    expect(await outcome([send(mission, late, "MOVE", { slotAt: "09:00" })])).toEqual({ booked: 0, told: [taken] });
    const edit = { type: "visits", id: late, data: { slotAt: "09:00" } };
    const refused = updateRecord(mission.office, mission.as("reception"), edit);
    await expect(refused).rejects.toMatchObject({ details: { code: "may-not-write-field" } });
    const both = [send(mission, early, "MOVE", { slotAt: "11:00" }), send(mission, late, "MOVE", { slotAt: "11:00" })];
    expect(await outcome(both)).toEqual({ booked: 1, told: [taken] });
  });

  test("of two that come to one hour at the same moment, one by moving and one by booking, one gets it", async () => {
    const session = await openSession(mission, { capacity: 6 });
    for (const [from, to] of [
      ["09:00", "10:00"],
      ["09:30", "10:30"],
    ] as const) {
      const moving = await book(mission, session, from);
      const both = [send(mission, moving, "MOVE", { slotAt: to }), book(mission, session, to)];
      expect(await outcome(both)).toEqual({ booked: 1, told: [taken] });
    }
  });

  test("whoever cancels gives the hour back for good", async () => {
    const session = await openSession(mission, { capacity: 6 });
    const first = await book(mission, session, "09:00");
    await send(mission, first, "CANCEL");
    await book(mission, session, "09:00");
    await expect(send(mission, first, "undo")).rejects.toMatchObject({
      details: { reasons: [{ code: "not-undoable" }] },
    });
  });
});
