import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPackFolder } from "../../../server/adapters/office-pack/read-pack-folder.ts";
import { writePackFolder } from "../../../server/adapters/office-pack/write-pack-folder.ts";
import type { Database } from "../../../server/adapters/sql/database.ts";
import { createDefinitionStore } from "../../../server/adapters/sql/stores/definition-store.ts";
import { createTypeStorage } from "../../../server/adapters/sql/tables/type-storage.ts";
import { createAjvValidator } from "../../../server/adapters/validation/ajv-validator.ts";
import { callerOf } from "../../../server/domain/changes/caller.ts";
import { adoptContributedTypes } from "../../../server/domain/definitions/adopt-contributed-types.ts";
import type { PluginTypes } from "../../../server/domain/definitions/contributed-definitions.ts";
import { createOfficeRegistry } from "../../../server/domain/definitions/create-office-registry.ts";
import type { DefinitionsBase } from "../../../server/domain/definitions/definitions-desk.ts";
import { exportOffice } from "../../../server/domain/definitions/pack/export-office.ts";
import { importOffice } from "../../../server/domain/definitions/pack/import-office.ts";
import { parseOfficePack } from "../../../server/domain/definitions/pack/parse-office-pack.ts";
import { seedOffice } from "../../../server/domain/definitions/pack/seed-office.ts";
import { putOffice } from "../../../server/domain/definitions/put-office.ts";
import { readOffice } from "../../../server/domain/definitions/read-office.ts";
import { putRecordType } from "../../../server/domain/definitions/record-types/put-record-type.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { rightsFor } from "../../../server/domain/rights/rights-for.ts";
import type { RecordTypeDefinition } from "../../../server/plugin-api/record-type-definition.ts";
import { eachDatabase, openTemporaryDatabase } from "../../support/databases.ts";
import { idOf, refusalOf } from "../cases/library-story.ts";
import { openDesk } from "./open-desk.ts";

const folder = new URL("../../support/library-office/", import.meta.url).pathname;
const validator = createAjvValidator();
const readPack = async () => parseOfficePack(await readPackFolder(folder), validator);

/** A start of the product on that database, with these plugins. */
function start(database: Database, types: () => readonly PluginTypes[] = () => []) {
  const store = createDefinitionStore(database);
  const contributed = { guards: () => ({}), actions: () => ({}), types };
  const broken: string[] = [];
  const registry = createOfficeRegistry({ store, contributed, validator, onBroken: (id) => broken.push(id) });
  const clock = { now: () => "2026-03-02T08:00:00.000Z" };
  const base: DefinitionsBase = {
    store,
    storage: createTypeStorage(database),
    registry,
    contributed,
    validator,
    clock,
  };
  return { base, registry, store, broken };
}

const puppets: RecordTypeDefinition = {
  id: "puppets",
  title: { fr: "Marionnettes", en: "Puppets" },
  display: "{name}",
  schema: { type: "object", properties: { name: { type: "string", "x-title": { fr: "Nom", en: "Name" } } } },
};

const withTitle = (title: string): PluginTypes => ({
  plugin: "theatre",
  recordTypes: [{ ...puppets, title }],
  workflows: [],
});

eachDatabase((open) => {
  test("the pack is loaded on the first start only, and with it what every office has", async () => {
    await using database = await open();
    const first = start(database);
    expect(await seedOffice(first.base, readPack)).toBe(true);
    const ids = first.registry.types().map((type) => `${type.id} ${type.version}`);
    expect(ids).toEqual(["books 1", "loans 1", "members 1", "reservations 1", "schools 1", "tasks 1", "visits 1"]);
    const second = start(database);
    const nothing = () => Promise.reject(new Error("The pack is not read again"));
    expect(await seedOffice(second.base, nothing)).toBe(false);
    expect(second.registry.types().map((type) => `${type.id} ${type.version}`)).toEqual(ids);
    expect(second.registry.revision()).toBe(first.registry.revision());
  });

  test("a pack that names what it has not stops the first start with one sentence, and leaves nothing behind", async () => {
    await using database = await open();
    const { base, store } = start(database);
    const broken = async () => {
      const pack = await readPack();
      const machine = { initial: "out", states: { out: { on: { RETURN: "nowhere" } } } };
      return { ...pack, workflows: pack.workflows.map((each) => (each.id === "loans" ? { ...each, machine } : each)) };
    };
    const refused = await refusalOf(seedOffice(base, broken));
    expect(refused).toMatchObject({ code: "broken-definition-file", more: { file: "loans/workflow.json" } });
    expect(await store.inForce()).toEqual([]);
  });

  test("a folder that is not there is told by the setting that names it", async () => {
    await using database = await open();
    const nowhere = async () => parseOfficePack(await readPackFolder("/nowhere/at/all"), validator);
    expect((await refusalOf(seedOffice(start(database).base, nowhere))).code).toBe("pack-without-office");
  });

  test("an office goes out to a folder and comes back the same", async () => {
    await using database = await open();
    const { desk, admin } = await openDesk(database);
    const out = await mkdtemp(join(tmpdir(), "passerelle-pack-"));
    await writePackFolder(out, await exportOffice(desk, admin));
    const files = await readPackFolder(out);
    await rm(out, { recursive: true });
    const again = await importOffice(desk, admin, files);
    expect(again.published).toEqual([]);
    expect([...again.unchanged].sort()).toEqual(
      ["books", "library", "loans", "members", "reservations", "schools", "tasks", "visits"].sort(),
    );
  });

  test("an import publishes what differs, all of it or nothing", async () => {
    await using database = await open();
    const { desk, admin } = await openDesk(database);
    const files = new Map(await exportOffice(desk, admin));
    const rename = (path: string, title: string) => {
      const definition = JSON.parse(files.get(path) ?? "");
      files.set(path, JSON.stringify({ ...definition, title }));
    };
    rename("loans/workflow.json", "Borrowings");
    rename("records/books.json", "Volumes");
    const { published } = await importOffice(desk, admin, files);
    expect(published).toEqual([
      { kind: "record-type", id: "books", version: 2 },
      { kind: "workflow", id: "loans", version: 2 },
    ]);
    rename("records/books.json", "Tomes");
    files.set("loans/workflow.json", "{");
    expect((await refusalOf(importOffice(desk, admin, files))).code).toBe("broken-definition-file");
    expect(desk.registry.type("books")).toMatchObject({ version: 2, definition: { title: "Volumes" } });
  });

  test("an import may name what is there beside the pack, and may not take a role from it", async () => {
    await using database = await open();
    const { desk, admin } = await openDesk(database);
    const files = new Map(await exportOffice(desk, admin));
    files.delete("records/books.json");
    expect((await importOffice(desk, admin, files)).published).toEqual([]);
    const office = readOffice(desk, admin);
    const roles = office.roles.filter((role) => role.id !== "librarian");
    const small = new Map([["office.json", JSON.stringify({ ...office, roles })]]);
    const refused = await refusalOf(importOffice(desk, admin, small));
    expect(refused).toMatchObject({ code: "broken-definition-file", more: { file: "office.json" } });
  });

  test("a type of a plugin comes, changes and goes with it; its records stay", async () => {
    await using database = await open();
    const { library, desk } = await openDesk(database);
    let plugins: readonly PluginTypes[] = [withTitle("Puppets")];
    const base = { ...desk, contributed: { ...desk.contributed, types: () => plugins } };
    const registry = createOfficeRegistry({ ...base, onBroken: () => {} });
    const office = { ...library.office, registry, rightsFor: rightsFor(registry) };
    const withPlugin = { ...base, registry, office };
    await adoptContributedTypes(withPlugin);
    const admin = callerOf(office, library.as("admin").principal, "en");
    expect(registry.type("puppets")).toMatchObject({ version: 1, source: "theatre" });
    const record = await createRecord(office, admin, { type: "puppets", data: { name: "Guignol" } });
    const edit = putRecordType(withPlugin, admin, { id: "puppets", definition: puppets });
    expect((await refusalOf(edit)).code).toBe("contributed-by-plugin");
    expect([...(await exportOffice(withPlugin, admin)).keys()]).not.toContain("records/puppets.json");

    await adoptContributedTypes(withPlugin);
    expect(registry.type("puppets")?.version).toBe(1);
    plugins = [withTitle("Marionettes")];
    await adoptContributedTypes(withPlugin);
    expect(registry.type("puppets")).toMatchObject({ version: 2, definition: { title: "Marionettes" } });

    plugins = [];
    await adoptContributedTypes(withPlugin);
    expect(registry.type("puppets")).toBeUndefined();
    plugins = [withTitle("Marionettes")];
    await adoptContributedTypes(withPlugin);
    expect(registry.type("puppets")?.version).toBe(2);
    expect(await library.office.reader.get("puppets", idOf(record))).not.toBeNull();
  });

  test("a type of the office goes before one of a plugin by the same id", async () => {
    await using database = await open();
    const { desk } = await openDesk(database);
    const books = { plugin: "theatre", recordTypes: [{ ...puppets, id: "books" }], workflows: [] };
    const base = { ...desk, contributed: { ...desk.contributed, types: () => [books] } };
    await adoptContributedTypes(base);
    expect(desk.registry.type("books")?.source).toBeUndefined();
    expect(desk.registry.type("books")?.version).toBe(1);
  });

  test("another process hears of a publication when it reads again", async () => {
    await using database = await open();
    const { desk, admin } = await openDesk(database);
    const other = start(database);
    await other.registry.reload();
    const heard: number[] = [];
    const stop = other.registry.onChange((revision) => heard.push(revision));
    await putRecordType(desk, admin, { id: "puppets", definition: puppets });
    expect(other.registry.type("puppets")).toBeUndefined();
    expect(await other.store.revision()).not.toBe(other.registry.revision());
    await other.registry.reload();
    expect(other.registry.type("puppets")?.version).toBe(1);
    expect(heard).toEqual([desk.registry.revision()]);
    stop();
    await other.registry.reload();
    expect(heard).toHaveLength(1);
  });

  test("the office itself is changed like any definition, as long as its types still find what they name", async () => {
    await using database = await open();
    const { desk, admin, library } = await openDesk(database);
    const office = readOffice(desk, admin);
    expect(await putOffice(desk, admin, { definition: { ...office, name: "Oak Library" } })).toMatchObject({
      version: 2,
    });
    expect(desk.registry.office().name).toBe("Oak Library");
    const put = (definition: unknown) => refusalOf(putOffice(desk, admin, { definition }));
    const roles = office.roles.filter((role) => role.id !== "librarian");
    const inUse = await put({ ...office, roles });
    expect(inUse.code).toBe("unfit-definition");
    expect(inUse.reasons?.map((reason) => reason.code)).toContain("role-in-use");
    const lost = [{ title: "Lost", items: [{ type: "nothing" }] }];
    expect((await put({ ...office, navigation: lost })).reasons).toMatchObject([{ code: "unknown-type" }]);
    expect((await put({ ...office, timeZone: "Linden" })).reasons).toMatchObject([{ code: "unknown-time-zone" }]);
    expect((await put({ ...office, rolls: [] })).code).toBe("invalid-definition");
    expect((await put({ ...office, id: "other" })).code).toBe("id-cannot-change");
    expect((await refusalOf(putOffice(desk, library.as("desk"), { definition: office }))).code).toBe(
      "administrators-only",
    );
    expect(desk.registry.officeVersion()).toBe(2);
  });
});

test("a stored definition that can no longer be used leaves the others at work", async () => {
  await using database = await openTemporaryDatabase();
  const { base, registry, store, broken } = start(database);
  await seedOffice(base, readPack);
  const [loans] = await store.versions("workflow", "loans");
  if (loans?.kind !== "workflow") throw new Error("The library lends");
  const machine = { initial: "gone", states: { out: { on: { RETURN: "nowhere" } } } };
  await store.publish([{ ...loans, version: 2, definition: { ...loans.definition, machine } }]);
  await registry.reload();
  expect(broken).toEqual(["loans"]);
  expect(registry.type("loans")).toBeUndefined();
  expect(registry.type("members")?.version).toBe(1);
  expect((await registry.workflow("loans", 1)).version).toBe(1);
  await expect(registry.workflow("loans", 9)).rejects.toMatchObject({ details: { code: "unknown-version" } });
});
