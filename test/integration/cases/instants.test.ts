import { expect, test } from "vitest";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { listRecords } from "../../../server/domain/records/lists/list-records.ts";
import { updateRecord } from "../../../server/domain/records/update-record.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import type { RecordTypeDefinition } from "../../../server/plugin-api/record-type-definition.ts";
import type { WorkflowDefinition } from "../../../server/plugin-api/workflow-definition.ts";
import { eachDatabase } from "../../support/databases.ts";
import { type Library, openLibrary } from "../../support/library-office/open-library.ts";
import { idOf } from "./library-story.ts";

const fr = "Lecture";
const at = { type: "string", format: "date-time", "x-index": true } as const;

const readings: RecordTypeDefinition = {
  id: "readings",
  title: { fr, en: "Readings" },
  display: "{name}",
  schema: { type: "object", properties: { name: { type: "string" }, at } },
  permissions: { read: ["librarian"], create: ["librarian"], update: ["librarian"] },
};

const talks: WorkflowDefinition = {
  id: "talks",
  title: { fr, en: "Talks" },
  schema: { type: "object", properties: { at, announcedAt: at } },
  machine: {
    initial: "planned",
    states: {
      planned: { on: { MOVE: { target: "planned", actions: { type: "set", params: { announcedAt: "$event.at" } } } } },
    },
  },
  forms: { MOVE: { type: "object", properties: { at } } },
};

const open = (database: Parameters<typeof openLibrary>[0]) =>
  openLibrary(database, { recordTypes: [readings], workflows: [talks] });

async function read(library: Library, name: string, instant: string): Promise<JsonObject> {
  return createRecord(library.office, library.as("librarian"), { type: "readings", data: { name, at: instant } });
}

async function found(library: Library, filter: JsonObject): Promise<readonly unknown[]> {
  const asked = { type: "readings", filter, sort: ["at", "ASC"] };
  return (await listRecords(library.office, library.as("librarian"), asked)).rows.map(({ name }) => name);
}

eachDatabase((openDatabase) => {
  test("what happens at 23:30 at the office is of that day, in winter, in summer and when clocks change", async () => {
    await using database = await openDatabase();
    const library = await open(database);
    for (const [day, offset] of [
      ["2026-01-15", "+01:00"],
      ["2026-03-28", "+01:00"],
      ["2026-03-29", "+02:00"],
      ["2026-07-15", "+02:00"],
      ["2026-10-24", "+02:00"],
      ["2026-10-25", "+01:00"],
    ] as const) {
      await read(library, day, `${day}T23:30:00${offset}`);
      expect(await found(library, { at: day })).toEqual([day]);
      expect(await found(library, { at_gte: day, at_lte: day })).toEqual([day]);
      expect(await found(library, { at_gt: day })).toEqual([]);
    }
    expect(await found(library, { at_gte: "2026-03-29", at_lt: "2026-10-24" })).toEqual(["2026-03-29", "2026-07-15"]);
  });

  test("one moment is found and sorted alike, however it was written: instants with an offset were compared as texts", async () => {
    await using database = await openDatabase();
    const library = await open(database);
    const first = await read(library, "first", "2026-07-01T23:30:00+10:00");
    await read(library, "second", "2026-07-01T15:00Z");
    await read(library, "third", "2026-07-01T10:30:00-05:00");
    expect(first["at"]).toBe("2026-07-01T13:30:00.000Z");
    expect(await found(library, {})).toEqual(["first", "second", "third"]);
    expect(await found(library, { at: "2026-07-01T17:00:00+02:00" })).toEqual(["second"]);
    expect(await found(library, { at_gt: "2026-07-01T13:30:00Z" })).toEqual(["second", "third"]);

    const change = { type: "readings", id: idOf(first), data: { at: "2026-07-01T18:00:00+02:00" } };
    const moved = await updateRecord(library.office, library.as("librarian"), change);
    expect(moved["at"]).toBe("2026-07-01T16:00:00.000Z");
  });

  test("an event's instants reach the case and its actions in UTC", async () => {
    await using database = await openDatabase();
    const library = await open(database);
    const admin = library.as("admin");
    const talk = await createRecord(library.office, admin, {
      type: "talks",
      data: { at: "2026-07-01T09:00:00+02:00" },
    });
    expect(talk["at"]).toBe("2026-07-01T07:00:00.000Z");
    const body = { type: "MOVE", payload: { at: "2026-12-01T09:00:00+01:00" } };
    const moved = await sendEvent(library.office, admin, { type: "talks", id: idOf(talk), body });
    expect(moved).toMatchObject({ at: "2026-12-01T08:00:00.000Z", announcedAt: "2026-12-01T08:00:00.000Z" });
  });

  test("the last day that there is holds what lies in it, and nothing lies after it", async () => {
    await using database = await openDatabase();
    const library = await open(database);
    await read(library, "before", "9999-12-30T22:59:59.999Z");
    await read(library, "noon", "9999-12-31T12:00:00Z");
    await read(library, "never", "9999-12-31T23:59:59.999Z");
    expect(await found(library, { at: "9999-12-31" })).toEqual(["noon", "never"]);
    expect(await found(library, { at: "9999-12-30" })).toEqual(["before"]);
    expect(await found(library, { at_lte: "9999-12-31" })).toEqual(["before", "noon", "never"]);
    expect(await found(library, { at_gt: "9999-12-31" })).toEqual([]);
    expect(await found(library, { at_neq: "9999-12-31" })).toEqual(["before"]);
    expect(await found(library, { at: ["9999-12-31", "0000-01-01"] })).toEqual(["noon", "never"]);
  });
});
