import { expect, test } from "vitest";
import { peopleMigrations } from "../../../server/adapters/sql/people/people-migrations.ts";
import { storeMigrations } from "../../../server/adapters/sql/tables/migrations.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { listRecords } from "../../../server/domain/records/lists/list-records.ts";
import { searchEverything } from "../../../server/domain/records/lists/search-everything.ts";
import { updateRecord } from "../../../server/domain/records/update-record.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import type { RecordTypeDefinition } from "../../../server/plugin-api/record-type-definition.ts";
import { eachDatabase, type OpenTestDatabase } from "../../support/databases.ts";
import { openLibrary } from "../../support/library-office/open-library.ts";
import { idOf } from "./library-story.ts";

const text = (title: string) => ({ type: "string", "x-title": title }) as const;

const patrons: RecordTypeDefinition = {
  id: "patrons",
  title: "Patrons",
  display: "{firstName} {usageName|lastName}",
  sortName: "{usageName|lastName} {firstName}",
  tellApart: ["born"],
  list: { sort: ["displayName", "ASC"] },
  permissions: { read: ["librarian", "desk"], create: ["librarian"], fields: { born: { read: ["librarian"] } } },
  schema: {
    type: "object",
    properties: {
      born: { type: "string", format: "date", "x-title": "Born" },
      firstName: text("First name"),
      lastName: { ...text("Birth name"), "x-search": true },
      usageName: text("Usage name"),
    },
  },
};

/** Called after its patron, as a case is after the person that it is about. */
const cards: RecordTypeDefinition = {
  id: "cards",
  title: "Cards",
  display: "{patronId} ({kind})",
  list: { sort: ["displayName", "ASC"] },
  schema: {
    type: "object",
    properties: { patronId: { type: "string", "x-reference": "patrons", "x-title": "Patron" }, kind: text("Kind") },
  },
};

const people: readonly JsonObject[] = [
  { firstName: "Zoé", lastName: "Abadie" },
  { firstName: "Anne", lastName: "Abadie", usageName: "Éluard" },
  { firstName: "Bruno", lastName: "Zola", usageName: "Dubois" },
  { firstName: "Ali", lastName: "Abadie" },
];

async function openDesk(open: OpenTestDatabase) {
  const database = await open([...storeMigrations, ...peopleMigrations]);
  const { office, as } = await openLibrary(database, { recordTypes: [patrons, cards] });
  const admin = as("admin");
  const made: string[] = [];
  for (const data of people) {
    const patronId = idOf(await createRecord(office, admin, { type: "patrons", data }));
    await createRecord(office, admin, { type: "cards", data: { patronId, kind: "yearly" } });
    made.push(patronId);
  }
  return {
    made,
    found: async (role: string, q: string) =>
      (await searchEverything(office, as(role), q)).map(({ type, id, apart }) => ({ type, id, apart })),
    rename: (id: string, data: JsonObject) => updateRecord(office, admin, { type: "patrons", id, data }),
    listed: async (type: string) =>
      (await listRecords(office, admin, { type })).rows.map((row) => String(row["displayName"])),
    [Symbol.asyncDispose]: () => database.close(),
  };
}

eachDatabase((open) => {
  test("people were listed by the name of their birth, which the list does not show, and cases by first names", async () => {
    await using desk = await openDesk(open);
    const inOrder = ["Ali Abadie", "Zoé Abadie", "Bruno Dubois", "Anne Éluard"];
    expect(await desk.listed("patrons")).toEqual(inOrder);
    expect(await desk.listed("cards")).toEqual(inOrder.map((name) => `${name} (yearly)`));
  });

  test("two people of one name were found without what tells them apart", async () => {
    await using desk = await openDesk(open);
    const [first = "", , , other = ""] = desk.made;
    await desk.rename(first, { born: "1980-05-01" });
    const patronsFound = async (role: string) =>
      (await desk.found(role, "abadie")).filter(({ type }) => type === "patrons");
    const found = await patronsFound("librarian");
    expect(found).toContainEqual({ type: "patrons", id: first, apart: { born: "1980-05-01" } });
    expect(found).toContainEqual({ type: "patrons", id: other, apart: undefined });
    expect((await patronsFound("desk")).every(({ apart }) => apart === undefined)).toBe(true);
    const cards = (await desk.found("librarian", "abadie")).filter(({ type }) => type === "cards");
    expect(cards.map(({ apart }) => apart)).toContainEqual({ patronId: first });
  });

  test("a record kept its place in lists under the name that the person whom it is about had before", async () => {
    await using desk = await openDesk(open);
    await desk.rename(desk.made[0] ?? "", { usageName: "Vidal" });
    const inOrder = ["Ali Abadie", "Bruno Dubois", "Anne Éluard", "Zoé Vidal"];
    expect(await desk.listed("patrons")).toEqual(inOrder);
    expect(await desk.listed("cards")).toEqual(inOrder.map((name) => `${name} (yearly)`));
  });
});
