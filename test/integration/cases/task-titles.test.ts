import { expect, test } from "vitest";
import { createDefinitionStore } from "../../../server/adapters/sql/stores/definition-store.ts";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { exportRecords } from "../../../server/domain/exporting/export-records.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { recordHistory } from "../../../server/domain/records/history/record-history.ts";
import { listRecords } from "../../../server/domain/records/lists/list-records.ts";
import { searchEverything } from "../../../server/domain/records/lists/search-everything.ts";
import { readRecord } from "../../../server/domain/records/read-record.ts";
import { updateRecord } from "../../../server/domain/records/update-record.ts";
import { tasksRecordType } from "../../../server/domain/tasks/tasks-record-type.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import type { WorkflowDefinition } from "../../../server/plugin-api/workflow-definition.ts";
import { eachDatabase, type OpenTestDatabase } from "../../support/databases.ts";
import { type Library, morning, openLibrary } from "../../support/library-office/open-library.ts";
import { idOf } from "./library-story.ts";

const repairs: WorkflowDefinition = {
  id: "repairs",
  title: { fr: "Réparations", en: "Repairs" },
  machine: {
    initial: "asked",
    states: {
      asked: {
        on: {
          GO: {
            target: "under-way",
            actions: [
              { type: "task", params: { title: { fr: "Relier", en: "Bind" } } },
              { type: "task", params: { title: { fr: "Acheter la colle", en: "Get glue" } } },
            ],
          },
        },
      },
      "under-way": { type: "final" },
    },
  },
};

/** A repair under way has two tasks that its workflow made; a third was written by hand. */
async function openRepairs(open: OpenTestDatabase) {
  const database = await open();
  const library = await openLibrary(database, { workflows: [repairs] });
  const french = library.as("desk", { language: "fr" });
  const english = library.as("desk", { language: "en" });
  const repair = await createRecord(library.office, english, { type: "repairs", data: {} });
  await sendEvent(library.office, english, { type: "repairs", id: idOf(repair), body: { type: "GO" } });
  await createRecord(library.office, english, { type: "tasks", data: { title: "Cut the boards" } });
  return { ...library, french, english, [Symbol.asyncDispose]: () => database[Symbol.asyncDispose]() };
}

type Reader = ReturnType<Library["as"]>;

async function titles({ office }: Library, reader: Reader, filter: JsonObject = {}): Promise<readonly unknown[]> {
  const { rows } = await listRecords(office, reader, { type: "tasks", filter, sort: ["title", "ASC"] });
  return rows.map((row) => row["title"]);
}

eachDatabase((open) => {
  test("titles of tasks that workflows made stayed in the office's language for a reader of another", async () => {
    await using library = await openRepairs(open);
    const { french, english } = library;
    expect(await titles(library, english)).toEqual(["Bind", "Cut the boards", "Get glue"]);
    expect(await titles(library, french)).toEqual(["Acheter la colle", "Cut the boards", "Relier"]);
    for (const q of ["relier", "bind"]) {
      expect(await titles(library, english, { q })).toEqual(["Bind"]);
      expect(await searchEverything(library.office, french, q)).toMatchObject([{ displayName: "Relier" }]);
    }
  });

  test("a task is told in the reader's language in its history and in files", async () => {
    await using library = await openRepairs(open);
    const { office, english } = library;
    const { rows } = await listRecords(office, english, { type: "tasks", filter: { q: "glue" } });
    const [entry] = await recordHistory(office, english, { type: "tasks", id: idOf(rows[0] ?? {}) });
    expect(entry?.["changes"]).toMatchObject({ title: { from: null, to: "Get glue" } });
    expect(entry?.["changes"]).not.toHaveProperty("titles");
    const request = { type: "tasks", beforePage: async () => {}, staffNames: async () => new Map<string, string>() };
    const table = exportRecords(office, english, { ...request, filter: { q: "glue" } });
    expect(table.columns.filter((column) => column.startsWith("To do"))).toEqual(["To do"]);
    for await (const row of table.rows) expect(row).toContain("Get glue");
  });

  test("a form that sends a title back as it was shown changes nothing; one written anew is everybody's", async () => {
    await using library = await openRepairs(open);
    const { office, french, english } = library;
    const { rows } = await listRecords(office, english, { type: "tasks", filter: { q: "bind" } });
    const address = { type: "tasks", id: idOf(rows[0] ?? {}) };
    await updateRecord(office, english, { ...address, data: { title: "Bind", notes: "In linen" } });
    expect(await readRecord(office, french, address)).toMatchObject({ title: "Relier", notes: "In linen" });
    const shown = await readRecord(office, english, address);
    await updateRecord(office, english, { ...address, data: { ...shown, title: "Bind in linen" } });
    expect(await readRecord(office, french, address)).toMatchObject({ title: "Bind in linen" });
    expect(await titles(library, french, { q: "relier" })).toEqual([]);
  });

  test("a type of tasks without texts by language, as offices had, takes the office's own", async () => {
    await using database = await open();
    await openLibrary(database, { workflows: [repairs] });
    const { titles: _texts, title, ...others } = tasksRecordType.schema.properties ?? {};
    const { "x-translations": _name, ...plain } = title ?? {};
    const schema = { ...tasksRecordType.schema, properties: { title: plain, ...others } };
    const asBefore = { kind: "record-type", definition: { ...tasksRecordType, schema } } as const;
    const published = { id: "tasks", version: 2, publishedAt: morning, publishedBy: "Ana", source: null };
    await createDefinitionStore(database).publish([{ ...asBefore, ...published }]);
    const library = await openLibrary(database, { workflows: [repairs] });
    const english = library.as("desk", { language: "en" });
    const repair = await createRecord(library.office, english, { type: "repairs", data: {} });
    await sendEvent(library.office, english, { type: "repairs", id: idOf(repair), body: { type: "GO" } });
    expect(await titles(library, english)).toEqual(["Acheter la colle", "Relier"]);
  });
});
