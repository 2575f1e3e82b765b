import { expect, test } from "vitest";
import { peopleMigrations } from "../../../server/adapters/sql/people/people-migrations.ts";
import { storeMigrations } from "../../../server/adapters/sql/tables/migrations.ts";
import { carryOut } from "../../../server/domain/changes/carry-out.ts";
import { commitChange } from "../../../server/domain/changes/commit-change.ts";
import { after } from "../../../server/domain/changes/instants.ts";
import { runDueEffects } from "../../../server/domain/effects/run-due-effects.ts";
import { planErasure } from "../../../server/domain/privacy/plan-erasure.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { findType } from "../../../server/domain/records/find-type.ts";
import { loadRecord } from "../../../server/domain/records/load-record.ts";
import { planUpdate } from "../../../server/domain/records/update-record.ts";
import type { RecordTypeDefinition } from "../../../server/plugin-api/record-type-definition.ts";
import { eachDatabase, type OpenTestDatabase } from "../../support/databases.ts";
import { openLibrary } from "../../support/library-office/open-library.ts";

/** A shelf with a plate: it is about nobody. */
const shelves: RecordTypeDefinition = {
  id: "shelves",
  title: { fr: "Rayonnages", en: "Shelves" },
  display: "{place} – {giverId}",
  privacy: { about: [] },
  schema: {
    type: "object",
    properties: {
      place: { type: "string", "x-title": { fr: "Lieu", en: "Place" } },
      giverId: { type: "string", "x-reference": "members", "x-title": { fr: "Don de", en: "Given by" } },
    },
  },
};

async function openWithShelf(open: OpenTestDatabase) {
  const database = await open([...storeMigrations, ...peopleMigrations]);
  const library = await openLibrary(database, { recordTypes: [shelves] });
  const { office, clock } = library;
  const admin = library.as("admin");
  const make = async (type: string, data: object) => String((await createRecord(office, admin, { type, data }))["id"]);
  const giverId = await make("members", { firstName: "Rosa", lastName: "Bonheur" });
  const shelf = await make("shelves", { place: "Hall", giverId });
  return {
    ...library,
    shelf,
    label: async () => (await office.reader.get("shelves", shelf))?.label,
    /** As a process does that dies once the erasure is written. */
    erase: () => carryOut(office, () => planErasure(office, admin, { type: findType(office, "members"), id: giverId })),
    /** Another place, planned now and committed when one likes. */
    plan: async () => {
      const data = { place: "Attic" };
      const loaded = await loadRecord(office, admin, { type: "shelves", id: shelf });
      const change = await planUpdate(office, admin, { ...loaded, update: { type: "shelves", id: shelf, data } });
      if (change === null) throw new Error("The shelf does not change");
      return () => commitChange(office, change);
    },
    pass: async (seconds: number) => {
      clock.moveTo(after(clock.now(), seconds));
      return runDueEffects(office, clock.now());
    },
    waiting: async () => (await database.knex("outbox")).length,
    [Symbol.asyncDispose]: () => database.close(),
  };
}

eachDatabase((open) => {
  test("a process that dies after an erasure leaves the names to the next one", async () => {
    await using hall = await openWithShelf(open);
    await hall.erase();
    expect(await hall.label()).toBe("Hall – Rosa Bonheur");
    await hall.pass(5);
    expect(await hall.label()).toBe("Hall");
    expect(hall.told.at(-1)).toEqual({ type: "shelves", id: hall.shelf, version: 1, deleted: false });
  });

  test("whoever was changing a record while its giver was erased does not bring the name back", async () => {
    await using hall = await openWithShelf(open);
    const commit = await hall.plan();
    await hall.erase();
    await hall.pass(5);
    expect(await commit()).toMatchObject({ done: true });
    expect(await hall.label()).toBe("Attic – Rosa Bonheur");
    expect(await hall.pass(10)).toBe(0);
    expect(await hall.pass(60)).toBe(1);
    expect(await hall.label()).toBe("Attic");
    expect(await hall.waiting()).toBe(0);
  });
});
