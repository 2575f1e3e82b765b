import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { built, memorySettings, testHost } from "../../test/support/test-host.ts";
import { DomainError } from "../domain/domain-error.ts";
import type { GuardInput } from "../plugin-api/contributions/index.ts";
import type { PluginHost } from "./plugin-host.ts";

const input: GuardInput = { case: {}, related: {}, counts: {}, today: "2026-04-01", language: "en" };
const rule = (says: string) =>
  `guards: { rule: { title: "Rule", evaluate: () => ({ ok: false, reasons: [{ code: "x", message: "${says}" }] }) } },`;

/** The second version of the plugin, as its build leaves it. */
const second = (id: string, more = "") => built(id, more).replace(`version: "1.0.0"`, `version: "2.0.0"`);

const desk = { desk: built("desk", rule("first")), "desk.next": second("desk", rule("second")) };

const said = (host: PluginHost) => host.guards()["rule"]?.evaluate({}, input);
const saying = (message: string) => ({ ok: false, reasons: [{ message }] });
const one = (host: PluginHost, id = "desk") => host.list("en").find((each) => each.id === id);
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error.details : error),
  );

describe("the next version of a plugin", () => {
  test("lies beside the one in force, is put in force by its version, and back", async () => {
    await using world = await testHost(desk);
    expect(one(world.host)).toMatchObject({
      version: "1.0.0",
      beside: { version: "2.0.0", isNext: true, reason: null },
    });
    expect(said(world.host)).toMatchObject(saying("first"));
    await world.host.configure("desk", { version: "2.0.0" }, "en");
    expect(one(world.host)).toMatchObject({ version: "2.0.0", beside: { version: "1.0.0", isNext: false } });
    expect(said(world.host)).toMatchObject(saying("second"));
    await world.host.configure("desk", { version: "1.0.0" }, "en");
    expect(said(world.host)).toMatchObject(saying("first"));
  });

  test("in a thread of its own answers in force and beside alike", async () => {
    const isolated = (text: string) => text.replace("api:", `isolation: "worker", api:`);
    await using world = await testHost({ desk: isolated(desk.desk), "desk.next": isolated(desk["desk.next"]) });
    for (const [version, says] of [
      ["2.0.0", "second"],
      ["1.0.0", "first"],
      ["2.0.0", "second"],
    ] as const) {
      await world.host.configure("desk", { version }, "en");
      expect(said(world.host)).toMatchObject(saying(says));
    }
  });

  test("that another process put in force is taken up, and kept over a restart", async () => {
    const settings = memorySettings();
    await using first = await testHost(desk, { settings });
    await using other = await testHost(desk, { settings });
    await first.host.configure("desk", { version: "2.0.0" }, "en");
    expect(await other.host.refresh()).toBe(true);
    expect(said(other.host)).toMatchObject(saying("second"));
    await using restarted = await testHost(desk, { settings });
    expect(said(restarted.host)).toMatchObject(saying("second"));
  });

  test("moved to the place of the installed one stays in force; a third that lies beside it then does not come into force", async () => {
    await using world = await testHost(desk);
    await world.host.configure("desk", { version: "2.0.0" }, "en");
    await rm(path.join(world.directory, "desk"), { recursive: true });
    await rename(path.join(world.directory, "desk.next"), path.join(world.directory, "desk"));
    await world.host.refresh({ code: true });
    expect(one(world.host)).toMatchObject({ version: "2.0.0", beside: null });
    await using next = await testHost({ desk: second("desk"), "desk.next": built("desk").replace("1.0.0", "3.0.0") });
    expect(one(next.host)).toMatchObject({ version: "2.0.0", beside: { version: "3.0.0", isNext: true } });
  });

  test("that breaks while it is in force leaves the place to the installed one, and says why", async () => {
    await using world = await testHost(desk);
    await world.host.configure("desk", { version: "2.0.0" }, "en");
    await writeFile(path.join(world.directory, "desk.next", "plugin.mjs"), `throw new Error("torn");`);
    await world.host.refresh({ code: true });
    expect(said(world.host)).toMatchObject(saying("first"));
    expect(one(world.host)?.beside).toMatchObject({
      reason: "its code cannot be loaded (torn – plugins/desk.next/plugin.mjs:1).",
      version: null,
    });
  });

  test("that could not be used, or would break another plugin, is told and refused", async () => {
    await using world = await testHost({
      desk: built("desk"),
      "desk.next": second("desk"),
      lamp: built("lamp", `dependencies: { desk: "^1.0.0" }`),
      same: built("same"),
      "same.next": built("same"),
      "gone.next": second("gone"),
    });
    const reason = "with it, “lamp” would no longer work: it needs “desk” ^1.0.0, and 2.0.0 is installed.";
    expect(one(world.host)?.beside).toMatchObject({ reason });
    const code = async (id: string, version: string) =>
      ((await refusal(world.host.configure(id, { version }, "en"))) as { readonly code: string }).code;
    expect(await code("desk", "2.0.0")).toBe("plugin-version-unfit");
    expect(await code("desk", "3.0.0")).toBe("plugin-version-unfit");
    expect(await code("lamp", "3.0.0")).toBe("unknown-plugin-version");
    expect(await code("nobody", "3.0.0")).toBe("unknown-plugin");
    expect(one(world.host, "same")?.beside?.reason).toContain("its version is 1.0.0, as that of the installed one");
    expect(one(world.host, "gone.next")?.reason).toContain("Call it plugins/gone/");
  });
});

describe("settings of two versions", () => {
  const shape = (field: string) => `config: { type: "object", properties: { ${field}: { type: "integer" } } },`;
  const both = {
    desk: built("desk", shape("days")),
    "desk.next": second(
      "desk",
      `${shape("hours")} configVersion: 2, migrateConfig: ({ days }) => { if (days > 99) throw new Error("too many"); return { hours: days * 24 }; },`,
    ),
  };
  const stored = (days: number) => memorySettings([{ id: "desk", enabled: true, config: { days }, configVersion: 1 }]);

  test("are brought to the new one and found again by the old one", async () => {
    const settings = stored(2);
    await using world = await testHost(both, { settings });
    expect(one(world.host)).toMatchObject({ config: { days: 2 }, beside: { config: { hours: 48 } } });
    expect(await settings.read()).toMatchObject([{ config: { days: 2 }, configVersion: 1 }]);
    await world.host.configure("desk", { version: "2.0.0" }, "en");
    expect(one(world.host)).toMatchObject({ config: { hours: 48 }, beside: { config: { days: 2 } } });
    await world.host.configure("desk", { config: { hours: 12 } }, "en");
    await world.host.configure("desk", { version: "1.0.0" }, "en");
    expect(one(world.host)).toMatchObject({ status: "active", config: { days: 2 }, beside: { config: { hours: 12 } } });
  });

  test("that cannot be brought there keep the new one out, until they are typed with it", async () => {
    const settings = stored(100);
    await using world = await testHost(both, { settings });
    expect(await refusal(world.host.configure("desk", { version: "2.0.0" }, "en"))).toMatchObject({
      code: "plugin-version-unfit",
      message: { en: expect.stringContaining("(too many)") },
    });
    expect(one(world.host)).toMatchObject({ version: "1.0.0", status: "active" });
    expect(
      await refusal(world.host.configure("desk", { version: "2.0.0", config: { hours: "x" } }, "en")),
    ).toMatchObject({ code: "plugin-config" });
  });
});

test("an npm package has its next version under its name with “.next”", async () => {
  await using world = await testHost({ own: built("own") }, { named: () => ["own", "@town/agenda"] });
  const packages = path.join(world.directory, "..", "node_modules", "@town");
  for (const [name, text] of [
    ["agenda", built("agenda")],
    ["agenda.next", second("agenda")],
  ] as const) {
    await mkdir(path.join(packages, name), { recursive: true });
    await writeFile(path.join(packages, name, "package.json"), `{"passerelle":{"plugin":"built.mjs"}}`);
    await writeFile(path.join(packages, name, "built.mjs"), text);
  }
  await world.host.refresh({ code: true });
  expect(one(world.host, "agenda")).toMatchObject({ version: "1.0.0", beside: { version: "2.0.0", isNext: true } });
  await writeFile(path.join(packages, "agenda", "built.mjs"), `throw new Error("torn");`);
  await world.host.refresh({ code: true });
  expect(one(world.host, "@town/agenda")).toMatchObject({ status: "broken", beside: { version: "2.0.0" } });
  const healed = await world.host.configure("@town/agenda", { version: "2.0.0", enabled: true }, "en");
  expect(healed).toMatchObject({ id: "agenda", status: "active", version: "2.0.0", beside: { version: null } });
});
