import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { built, memorySettings, testHost } from "../../../test/support/test-host.ts";
import { publishType } from "../../domain/definitions/publish-type.ts";

const report = (title: string) =>
  `reports: { loans: { title: "${title}", run: async () => ({ title: "", columns: [], rows: [], totals: {}, definition: "" }) } }`;

async function install(directory: string, name: string, files: { readonly [file: string]: string }): Promise<void> {
  const folder = path.join(directory, "..", "node_modules", name);
  await mkdir(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
}

const packageJson = JSON.stringify({ name: "any", exports: {}, passerelle: { plugin: "built.mjs", admin: "page.js" } });

describe("npm packages that the office names", () => {
  test("are plugins like those of the folder, scripts and settings too", async () => {
    await using world = await testHost({ own: built("own") }, { named: () => ["own", "@town/agenda"] });
    await install(world.directory, "@town/agenda", {
      "package.json": packageJson,
      "built.mjs": built("agenda", report("Agenda")),
      "page.js": "export const pages = {};",
    });
    expect(world.host.list("en").map(({ id, status }) => [id, status])).toEqual([
      ["@town/agenda", "broken"],
      ["own", "active"],
    ]);
    expect(await world.host.refresh({ code: true })).toBe(true);
    expect(world.host.list("en")).toMatchObject([{ id: "agenda", status: "active", package: "@town/agenda" }, {}]);
    expect(world.host.reports()).toMatchObject([{ id: "loans", plugin: "agenda" }]);
    expect(world.host.scripts()).toMatchObject([{ id: "agenda", file: expect.stringContaining("page.js") }]);
  });

  test("that are not there, are no plugin, or have an id that is taken say so", async () => {
    const named = () => ["own", "gone", "plain", "twin", "../elsewhere"];
    await using world = await testHost({ own: built("own") }, { named });
    await install(world.directory, "plain", { "package.json": "{}" });
    await install(world.directory, "twin", { "package.json": packageJson, "built.mjs": built("own") });
    await world.host.refresh({ code: true });
    const reasons = Object.fromEntries(world.host.list("en").map(({ id, status, reason }) => [id, reason ?? status]));
    expect(reasons).toEqual({
      own: "active",
      gone: expect.stringContaining("neither in plugins/ nor among the installed npm packages"),
      "../elsewhere": expect.stringContaining("neither in plugins/ nor among the installed npm packages"),
      plain: "this package is no plugin: its package.json has no entry “passerelle”.",
      twin: "its id “own” is already that of “own”. Take one of the two out.",
    });
  });
});

describe("a plugin that was", () => {
  const desk = { "plugin.mjs": built("desk", report("Before")), "admin.js": "export const pages = {};" };

  test("built again is taken up at once, its page at another address; nothing of the old one is served", async () => {
    await using world = await testHost({ desk });
    const before = world.host.scripts()[0]?.build;
    await writeFile(path.join(world.directory, "desk", "plugin.mjs"), built("desk", report("After the build")));
    expect(await world.host.refresh({ code: true })).toBe(true);
    expect(world.host.reports()).toMatchObject([{ title: "After the build" }]);
    expect(world.host.scripts()[0]?.build).toBe(before);
    await writeFile(path.join(world.directory, "desk", "admin.js"), "export const pages = { other: null };");
    expect(await world.host.refresh({ code: true })).toBe(true);
    expect(world.host.scripts()[0]?.build).not.toBe(before);
    expect(await world.host.refresh({ code: true })).toBe(false);
  });

  test("removed from the disk is listed with what to do, and its guards block with a sentence", async () => {
    const settings = memorySettings([{ id: "desk", enabled: true, config: {}, configVersion: 1 }]);
    const rule = `guards: { rule: { title: "Rule", evaluate: () => ({ ok: true }) } }`;
    await using world = await testHost({ desk: built("desk", rule) }, { settings, named: () => [] });
    const guard = world.host.guards()["rule"];
    await rm(path.join(world.directory, "desk"), { recursive: true });
    await world.host.refresh({ code: true });
    expect(world.host.list("en")).toMatchObject([
      { id: "desk", status: "broken", reason: expect.stringContaining("take it off this list.") },
    ]);
    const input = { case: {}, related: {}, counts: {}, today: "2026-03-31", language: "en" as const };
    expect(guard?.evaluate({}, input)).toMatchObject({ ok: false, reasons: [{ code: "plugin-off" }] });
    expect(world.host.guards()["rule"]).toBeUndefined();
  });
});

test("a channel is also an action, whose name nobody else may take", async () => {
  const channel = `channels: { post: { title: "Post", send: async () => {} } }`;
  await using world = await testHost({
    a: built("a", channel),
    b: built("b", `actions: { "send-post": { title: "x", run: async () => {} } }`),
  });
  expect(world.host.list("en")[1]?.reason).toBe("the name “send-post” (actions) is already taken by the plugin “a”.");
});

test("an action with the name of the engine’s own renaming was taken in and never run", async () => {
  await using world = await testHost({
    a: built("a", `actions: { "refresh-names": { title: "x", run: async () => {} } }`),
  });
  expect(world.host.list("en")[0]?.reason).toBe("the name “refresh-names” (actions) belongs to the engine.");
});

test("a plugin that was only laid down took the names of one that was at work", async () => {
  const report = (title: string) =>
    `reports: { loans: { title: "${title}", run: async () => ({ title: "", columns: [], rows: [], totals: {}, definition: "" }) } }`;
  const plugins = { another: built("another", report("Another")), desk: built("desk", report("Desk")) };
  await using world = await testHost(plugins, { named: () => ["desk"] });
  expect(world.host.reports()).toMatchObject([{ title: "Desk" }]);
  expect(world.host.list("en")).toMatchObject([
    { id: "another", status: "broken", reason: "the name “loans” (reports) is already taken by the plugin “desk”." },
    { id: "desk", status: "active" },
  ]);
});

test("two pages at one path are not drawn by whichever comes first", async () => {
  const page = (roles: string) => `pages: { map: { title: "Map", path: "/map", roles: ["${roles}"] } }`;
  await using world = await testHost({ a: built("a", page("desk")), b: built("b", page("librarian")) });
  expect(world.host.list("en")[1]?.reason).toBe("the name “/map” (pages) is already taken by the plugin “a”.");
});

test("a plugin was in force although its workflow led nowhere, or although what it declared was nothing", async () => {
  const flow = (target: string) =>
    `workflows: [{ id: "orders", title: "Orders", machine: { initial: "open", states: { open: { on: { CLOSE: { target: "${target}", guard: "of-another-plugin" } } }, closed: { type: "final" } } } }]`;
  await using world = await testHost({
    astray: built("astray", flow("nowhere")),
    empty: built("empty", "guards: { rule: null }"),
    list: built("list", "reports: [1]"),
    right: built("right", flow("closed")),
    shapeless: built("shapeless", `recordTypes: [{ id: "shelves" }]`),
    text: built("text", `workflows: "orders"`),
  });
  expect(world.host.list("en").map(({ status, reason }) => [status, reason])).toEqual([
    [
      "broken",
      expect.stringMatching(/^its type “orders” needs to be corrected: .*nowhere.* \(\/machine\/states\/open/),
    ],
    ["broken", expect.stringContaining("what it declares under “guards” is not")],
    ["broken", expect.stringContaining("what it declares under “reports” is not")],
    ["active", null],
    ["broken", expect.stringContaining("its type “shelves” needs to be corrected")],
    ["broken", expect.stringContaining("what it declares under “workflows” is not")],
  ]);
});

test("a type of the office goes before one of a plugin, and the plugin says that its own is not in force", async () => {
  const loans = { id: "loans", title: "Loans", machine: { initial: "out", states: { out: {} } } };
  const office = { id: "library", name: "Library", timeZone: "Europe/Paris", languages: ["fr" as const], roles: [] };
  const types = () => [publishType(loans, { version: 1, office })];
  const plugin = built("desk", `workflows: [${JSON.stringify(loans)}]`);
  await using world = await testHost({ desk: plugin }, { types });
  expect(world.host.list("en")).toMatchObject([
    { status: "active", reason: expect.stringContaining("the office already has a type “loans”") },
  ]);
});
