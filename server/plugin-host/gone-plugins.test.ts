import { rm } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { built, memorySettings, testHost } from "../../test/support/test-host.ts";
import { DomainError } from "../domain/domain-error.ts";
import type { PluginHost } from "./plugin-host.ts";

const desk = built("desk", `config: { type: "object", properties: { days: { type: "integer", default: 21 } } },`);

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error.details.code : error),
  );

const idsOf = (host: PluginHost) => host.list("en").map(({ id }) => id);

/** A plugin that was in force with settings of its own, and whose folder is then removed. */
async function goneWorld() {
  const settings = memorySettings();
  const world = await testHost({ desk, other: built("other") }, { settings, named: () => [] });
  await world.host.configure("desk", { enabled: true, config: { days: 7 } }, "en");
  await rm(path.join(world.directory, "desk"), { recursive: true });
  await world.host.refresh({ code: true });
  return { ...world, settings, [Symbol.asyncDispose]: world[Symbol.asyncDispose] };
}

test("a plugin that was removed from disk while it was in force is told of until it is dismissed", async () => {
  await using world = await goneWorld();
  expect(world.host.list("en").find(({ id }) => id === "desk")).toMatchObject({
    status: "broken",
    isGone: true,
    reason: expect.stringContaining("take it off this list"),
  });
  await world.host.dismiss("desk", { keepSettings: true });
  expect(idsOf(world.host)).toEqual(["other"]);
  expect(await world.settings.read()).toMatchObject([{ id: "desk", enabled: false, config: { days: 7 } }]);
});

test("its settings are forgotten on request", async () => {
  await using world = await goneWorld();
  await world.host.dismiss("desk", { keepSettings: false });
  expect(idsOf(world.host)).toEqual(["other"]);
  expect(await world.settings.read()).toEqual([]);
});

test("another process that hears of it takes it off its list too", async () => {
  await using world = await goneWorld();
  await world.settings.remove("desk");
  expect(await world.host.refresh()).toBe(true);
  expect(idsOf(world.host)).toEqual(["other"]);
});

test("one that is installed, or was never there, is not dismissed", async () => {
  await using world = await goneWorld();
  expect(await codeOf(world.host.dismiss("other", { keepSettings: false }))).toBe("plugin-is-there");
  expect(await codeOf(world.host.dismiss("nobody", { keepSettings: false }))).toBe("unknown-plugin");
});

test("a plugin that nobody decided about follows what the office names", async () => {
  let named: readonly string[] = [];
  await using world = await testHost({ desk, other: built("other") }, { named: () => named });
  const active = () => world.host.list("en").flatMap(({ id, status }) => (status === "active" ? [id] : []));
  expect(active()).toEqual([]);
  named = ["desk"];
  await world.host.refresh({ code: true });
  expect(active()).toEqual(["desk"]);
  await world.host.configure("desk", { enabled: true }, "en");
  named = [];
  await world.host.refresh({ code: true });
  expect(active()).toEqual(["desk"]);
});
