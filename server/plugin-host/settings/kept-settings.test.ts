import { describe, expect, test } from "vitest";
import { built, memorySettings, testHost } from "../../../test/support/test-host.ts";
import { createAesSecretBox } from "../../adapters/secrets/aes-secret-box.ts";
import type { PluginSettings } from "./plugin-settings-store.ts";

const second = `configVersion: 2, config: { type: "object", properties: { hours: { type: "integer", minimum: 1 }, key: { type: "string", "x-secret": true } } },`;
const stored = (config: PluginSettings["config"], configVersion = 1) =>
  memorySettings([{ id: "desk", enabled: true, config, configVersion }]);

describe("settings of an older version", () => {
  const migrating = built("desk", `${second} migrateConfig: ({ days, ...rest }) => ({ ...rest, hours: days * 24 }),`);

  test("are brought to the new one once, and kept so", async () => {
    const settings = stored({ days: 2 });
    await using world = await testHost({ desk: migrating }, { settings });
    expect(world.host.list("en")[0]).toMatchObject({ status: "active", config: { hours: 48 } });
    expect(await settings.read()).toMatchObject([
      { config: { hours: 48 }, configVersion: 2, earlier: { config: { days: 2 }, configVersion: 1 } },
    ]);
  });

  test("are brought there in the plugin's own thread when it is isolated", async () => {
    const isolated = migrating.replace("api:", `isolation: "worker", api:`);
    await using world = await testHost({ desk: isolated }, { settings: stored({ days: 1 }) });
    expect(world.host.list("en")[0]).toMatchObject({ status: "active", config: { hours: 24 } });
  });

  test("stay as they were when that fails half-way; the plugin waits and says so, until they are corrected", async () => {
    const failing = built("desk", `${second} migrateConfig: () => { throw new Error("no days"); },`);
    const settings = stored({ days: 2 });
    await using world = await testHost({ desk: failing }, { settings });
    expect(world.host.list("en")[0]).toMatchObject({
      status: "waiting",
      reason: "its settings could not be brought to version 2 (no days). The old ones are kept: check them and save.",
    });
    expect(await settings.read()).toMatchObject([{ config: { days: 2 }, configVersion: 1 }]);
    const corrected = await world.host.configure("desk", { config: { days: null, hours: 5 } }, "en");
    expect(corrected).toMatchObject({ status: "active", config: { hours: 5 } });
    expect(await settings.read()).toMatchObject([{ config: { hours: 5 }, configVersion: 2 }]);
  });

  test("that come out wrong keep the plugin waiting", async () => {
    await using world = await testHost({ desk: migrating }, { settings: stored({ days: 0 }) });
    expect(world.host.list("en")[0]).toMatchObject({
      status: "waiting",
      reason: expect.stringContaining("its settings need to be corrected: hours"),
    });
  });
});

test("secrets in lists, and those that are no text, are sealed too", async () => {
  const item = `{ type: "object", properties: { url: { type: "string" }, key: { type: "string", "x-secret": true } } }`;
  const config = `config: { type: "object", properties: { ends: { type: "array", items: ${item} }, pin: { type: "integer", "x-secret": true } } },`;
  const report = `reports: { r: { title: "R", run: async (params, { config }) => { throw new Error(JSON.stringify(config)); } } },`;
  const settings = memorySettings();
  await using world = await testHost({ desk: built("desk", config) }, { settings });
  await world.host.configure("desk", { enabled: true, config: { ends: [{ url: "a", key: "hush" }], pin: 1234 } }, "en");
  expect(JSON.stringify(await settings.read())).not.toMatch(/hush|1234/);
  expect(world.host.list("en")[0]?.config).toEqual({ ends: [{ url: "a" }] });
  await using again = await testHost({ desk: built("desk", config + report) }, { settings });
  await again.host
    .reports()[0]
    ?.run({ from: "2026-01-01", to: "2026-01-31" }, { language: "en" })
    .catch(() => null);
  expect(again.logged.join()).toContain(`{"ends":[{"url":"a","key":"hush"}],"pin":1234}`);
  await using lost = await testHost(
    { desk: built("desk", config) },
    { settings, secrets: createAesSecretBox("other") },
  );
  expect(lost.host.list("en")[0]?.reason).toContain("its secret “ends.0.key” was kept under another key");
});

test("a secret sealed with another key is asked for again, and is not lost until then", async () => {
  const settings = stored({}, 2);
  const desk = built("desk", second);
  await using before = await testHost({ desk }, { settings });
  await before.host.configure("desk", { config: { key: "hush" } }, "en");
  await using world = await testHost({ desk }, { settings, secrets: createAesSecretBox("another secret") });
  expect(world.host.list("en")[0]).toMatchObject({
    status: "waiting",
    reason: "its secret “key” was kept under another key (SESSION_SECRET): type it again.",
  });
  await world.host.configure("desk", { enabled: true }, "en");
  await using back = await testHost({ desk }, { settings });
  expect(back.host.list("en")[0]?.status).toBe("active");
  expect((await world.host.configure("desk", { config: { key: "new" } }, "en")).status).toBe("active");
});

test("what another node changed is taken up, and told", async () => {
  const settings = memorySettings();
  const desk = built("desk", second);
  await using here = await testHost({ desk }, { settings });
  await using there = await testHost({ desk }, { settings });
  const told: string[] = [];
  there.host.onChange((id) => told.push(id));
  expect(await there.host.refresh()).toBe(false);
  await here.host.configure("desk", { enabled: false, config: { hours: 3 } }, "en");
  expect(await there.host.refresh()).toBe(true);
  expect(there.host.list("en")[0]).toMatchObject({ status: "disabled", config: { hours: 3 } });
  expect(told).toEqual(["desk"]);
  expect(await there.host.refresh()).toBe(false);
});
