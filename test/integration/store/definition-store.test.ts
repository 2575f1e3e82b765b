import { expect, test } from "vitest";
import { createDefinitionStore } from "../../../server/adapters/sql/stores/definition-store.ts";
import { createPluginSettingsStore } from "../../../server/adapters/sql/stores/plugin-settings-store.ts";
import { createSettingStore } from "../../../server/adapters/sql/stores/setting-store.ts";
import { storeMigrations } from "../../../server/adapters/sql/tables/migrations.ts";
import { pluginMigrations } from "../../../server/adapters/sql/tables/plugin-migrations.ts";
import type { DraftDefinition, PublishedDefinition } from "../../../server/domain/definitions/definition-store.ts";
import { eachDatabase } from "../../support/databases.ts";

function published(id: string, version: number, title = id): PublishedDefinition {
  return {
    kind: "record-type",
    id,
    version,
    definition: { id, title, display: "{z}", schema: { type: "object", properties: { z: {}, a: {}, m: {} } } },
    publishedAt: "2026-03-02T08:00:00.000Z",
    publishedBy: "Ada",
    source: null,
  };
}

const draft: DraftDefinition = {
  kind: "workflow",
  id: "loans",
  basedOn: 0,
  definition: { id: "loans", title: "Loans", machine: { initial: "out", states: { out: {} } } },
  savedAt: "2026-03-02T08:00:00.000Z",
  savedBy: "Ada",
};

eachDatabase((open) => {
  test("keeps every version and knows those in force", async () => {
    await using database = await open();
    const store = createDefinitionStore(database);
    expect(await store.revision()).toBe(0);
    expect(await store.publish([published("books", 1), published("readers", 1)])).toBe(true);
    expect(await store.publish([{ ...published("books", 2, "Livres"), source: "library" }])).toBe(true);
    expect(await store.inForce()).toEqual([
      { ...published("books", 2, "Livres"), source: "library" },
      published("readers", 1),
    ]);
    expect((await store.versions("record-type", "books")).map(({ version }) => version)).toEqual([2, 1]);
    expect(await store.version("record-type", "books", 1)).toEqual(published("books", 1));
    expect(await store.version("workflow", "books", 1)).toBeNull();
    expect(await store.revision()).toBe(2);
  });

  test("keeps the order in which fields were written", async () => {
    await using database = await open();
    const store = createDefinitionStore(database);
    await store.publish([published("books", 1)]);
    const found = await store.version("record-type", "books", 1);
    expect(JSON.stringify(found?.definition)).toBe(JSON.stringify(published("books", 1).definition));
  });

  test("publishes all or none, the next version only", async () => {
    await using database = await open();
    const store = createDefinitionStore(database);
    expect(await store.publish([published("readers", 1), published("books", 2)])).toBe(false);
    expect(await store.inForce()).toEqual([]);
    expect(await store.revision()).toBe(0);
    const outcomes = await Promise.all([1, 2, 3].map(() => store.publish([published("books", 1)])));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
  });

  test("keeps one draft for each id until it is published or discarded", async () => {
    await using database = await open();
    const store = createDefinitionStore(database);
    await store.saveDraft(draft);
    const better: DraftDefinition = { ...draft, basedOn: 1, savedBy: "Bob" };
    await store.saveDraft(better);
    expect(await store.draft("workflow", "loans")).toEqual(better);
    expect(await store.drafts("workflow")).toEqual([better]);
    expect(await store.drafts("record-type")).toEqual([]);
    await store.discardDraft("workflow", "loans");
    expect(await store.draft("workflow", "loans")).toBeNull();
    await store.saveDraft(draft);
    const { basedOn: _, savedAt, savedBy, ...rest } = draft;
    await store.publish([{ ...rest, version: 1, publishedAt: savedAt, publishedBy: savedBy, source: null }]);
    expect(await store.draft("workflow", "loans")).toBeNull();
  });

  test("keeps the settings of plugins", async () => {
    await using database = await open([...storeMigrations, ...pluginMigrations]);
    const store = createPluginSettingsStore(database);
    expect(await store.read()).toEqual([]);
    const first = {
      id: "fines",
      enabled: true,
      config: { perDay: 10 },
      configVersion: 1,
      version: null,
      earlier: null,
    };
    await store.write(first);
    const earlier = { config: { perDay: 10 }, configVersion: 1 };
    const second = { ...first, enabled: false, config: {}, configVersion: 2, version: "2.0.0", earlier };
    await store.write(second);
    expect(await store.read()).toEqual([second]);
    await store.remove("fines");
    expect(await store.read()).toEqual([]);
  });

  test("keeps single values, and the first of them when asked to", async () => {
    await using database = await open();
    const store = createSettingStore(database);
    expect(await store.get("secret")).toBeNull();
    expect(await store.setOnce("secret", "one")).toBe("one");
    expect(await store.setOnce("secret", "two")).toBe("one");
    await store.set("secret", { three: 3 });
    expect(await store.get("secret")).toEqual({ three: 3 });
  });
});
