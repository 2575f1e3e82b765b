import { describe, expect, test } from "vitest";
import { built, memorySettings, testHost } from "../../test/support/test-host.ts";
import { DomainError } from "../domain/domain-error.ts";
import type { GuardInput } from "../plugin-api/contributions/index.ts";
import { apiVersion } from "../plugin-api/index.ts";
import type { PluginHostOptions } from "./create-plugin-host.ts";

const guard = `guards: { overdue: { title: "Overdue", evaluate: () => ({ ok: true }) } }`;
const input: GuardInput = { case: {}, related: {}, counts: {}, today: "2026-04-01", language: "en" };
const config = `config: { type: "object", properties: { days: { type: "integer", minimum: 1, default: 21 }, key: { type: "string", "x-secret": true } } }`;
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error.details : error),
  );

describe("loading", () => {
  test("a plugin that cannot be used is listed with its reason and stops no other", async () => {
    await using world = await testHost({
      good: built("good", guard),
      throws: `throw new Error("no shelf")`,
      "no-export": `export const other = 1;`,
      renamed: built("another"),
      old: built("old").replace("^1.0.0", "^0.9.0"),
      odd: built("odd").replace(`version: "1.0.0"`, `version: "one"`),
      unbuilt: { "broken.txt": "plugin.ts:3: expected a comma" },
      empty: {},
    });
    const reasons = Object.fromEntries(world.host.list("en").map(({ id, status, reason }) => [id, reason ?? status]));
    expect(reasons).toMatchObject({
      good: "active",
      throws: "its code cannot be loaded (no shelf – plugins/throws/plugin.mjs:1).",
      "no-export": "plugin.ts does not export “plugin”, the result of definePlugin.",
      renamed: "its id is “another”, but its folder is called “renamed”.",
      old: `it is written for version ^0.9.0 of the plugin interface, and this one is ${apiVersion}.`,
      odd: "its version “one” is not of the form 1.2.3.",
      unbuilt: "it cannot be built. plugin.ts:3: expected a comma",
      empty: "its file plugin.mjs is missing. Build it, or install it again.",
    });
    expect(Object.keys(world.host.guards())).toEqual(["overdue"]);
  });

  test("without a folder there are no plugins", async () => {
    await using world = await testHost({}, { directory: "/nowhere/at/all" });
    expect(world.host.list("fr")).toEqual([]);
  });

  test("each comes after those that it needs; one whose need is not met is broken", async () => {
    await using world = await testHost({
      a: built("a", `dependencies: { z: "^1.0.0" }`),
      z: built("z"),
      missing: built("missing", `dependencies: { gone: "^1.0.0" }`),
      newer: built("newer", `dependencies: { z: "^2.0.0" }`),
      "loop-1": built("loop-1", `dependencies: { "loop-2": "*" }`),
      "loop-2": built("loop-2", `dependencies: { "loop-1": "*" }`),
    });
    const listed = Object.fromEntries(world.host.list("en").map(({ id, status, reason }) => [id, reason ?? status]));
    expect(listed).toMatchObject({
      a: "active",
      z: "active",
      missing: "it needs “gone”, which is not installed.",
      newer: "it needs “z” ^2.0.0, and 1.0.0 is installed.",
      "loop-2": "these plugins wait for each other: loop-1 → loop-2 → loop-1.",
      "loop-1": "it needs “loop-2”, which does not work.",
    });
  });

  test("a name that is taken, or the engine's own, is refused", async () => {
    await using world = await testHost({
      first: built("first", guard),
      second: built("second", guard),
      third: built("third", `guards: { schema: { title: "x", evaluate: () => ({ ok: true }) } }`),
    });
    expect(world.host.list("en").map(({ reason }) => reason)).toEqual([
      null,
      "the name “overdue” (guards) is already taken by the plugin “first”.",
      "the name “schema” (guards) belongs to the engine.",
    ]);
  });
});

describe("settings", () => {
  test("are checked, filled in with defaults, kept, and never show a secret", async () => {
    const settings = memorySettings();
    await using world = await testHost({ desk: built("desk", config) }, { settings });
    const changed = await world.host.configure("desk", { config: { key: "hush" } }, "en");
    expect(changed.config).toEqual({ days: 21 });
    await world.host.configure("desk", { config: { days: 7, key: "" } }, "en");
    expect(await settings.read()).toMatchObject([
      { id: "desk", enabled: true, config: { key: { $sealed: expect.any(String) }, days: 7 }, configVersion: 1 },
    ]);
    expect(JSON.stringify(await settings.read())).not.toContain("hush");
  });

  test("wrong ones change nothing and are told at their field", async () => {
    const settings = memorySettings();
    await using world = await testHost({ desk: built("desk", config) }, { settings });
    const refused = await refusal(world.host.configure("desk", { config: { days: 0, colour: "red" } }, "en"));
    expect(refused).toMatchObject({ kind: "invalid", code: "plugin-config" });
    expect(Object.keys((refused as { errors: object }).errors).sort()).toEqual(["colour", "days"]);
    expect(await settings.read()).toEqual([]);
  });

  test("changes that arrive together are merged one after the other", async () => {
    const settings = memorySettings();
    await using world = await testHost({ desk: built("desk", config) }, { settings });
    await Promise.all([
      world.host.configure("desk", { config: { days: 3 } }, "en"),
      world.host.configure("desk", { config: { key: "hush" } }, "en"),
    ]);
    expect((await settings.read())[0]?.config).toEqual({ days: 3, key: { $sealed: expect.any(String) } });
  });

  test("that no longer fit a new version keep the plugin waiting until they are corrected", async () => {
    const settings = memorySettings([{ id: "desk", enabled: true, config: { days: 0 }, configVersion: 1 }]);
    await using world = await testHost({ desk: built("desk", config) }, { settings });
    expect(world.host.list("en")[0]).toMatchObject({
      status: "waiting",
      reason: expect.stringContaining("its settings need to be corrected: days"),
    });
    expect((await world.host.configure("desk", { config: { days: 1 } }, "en")).status).toBe("active");
  });

  test("of a plugin that is not there, or broken, are refused", async () => {
    await using world = await testHost({ bad: "throw new Error('x')" });
    expect(await refusal(world.host.configure("none", {}, "en"))).toMatchObject({
      kind: "not-found",
      code: "unknown-plugin",
    });
    expect(await refusal(world.host.configure("bad", {}, "en"))).toMatchObject({
      kind: "conflict",
      code: "plugin-broken",
    });
  });
});

describe("switching off", () => {
  const report = `reports: { loans: { title: "Loans", run: async () => ({ title: "", columns: [], rows: [], totals: {}, definition: "" }) } }`;

  test("takes away what it contributed, except that its guards block, and brings it back", async () => {
    await using world = await testHost({ desk: built("desk", `${guard}, ${report}`) });
    const told: string[] = [];
    const stop = world.host.onChange((id) => told.push(id));
    await world.host.configure("desk", { enabled: false }, "en");
    expect(world.host.reports()).toEqual([]);
    expect(world.host.guards()["overdue"]?.evaluate({}, input)).toEqual({
      ok: false,
      reasons: [
        {
          code: "plugin-off",
          message:
            "This rule comes from the plugin “The desk”, which is switched off. Ask the administrator to switch it on.",
        },
      ],
    });
    stop();
    await world.host.configure("desk", { enabled: true }, "en");
    expect(world.host.reports()).toHaveLength(1);
    expect(world.host.guards()["overdue"]?.evaluate({}, input)).toEqual({ ok: true });
    expect(told).toEqual(["desk"]);
  });

  test("makes those that need it wait", async () => {
    await using world = await testHost({
      base: built("base"),
      top: built("top", `dependencies: { base: "*" }, ${report}`),
    });
    expect((await world.host.impact("base", "en")).dependents).toEqual(["top"]);
    await world.host.configure("base", { enabled: false }, "en");
    expect(world.host.list("en")[1]).toMatchObject({
      status: "waiting",
      reason: "it needs “The base”, which is not in force.",
    });
    expect(world.host.reports()).toEqual([]);
  });

  test("a plugin that the office does not name is off at first", async () => {
    await using world = await testHost({ desk: built("desk") }, { named: () => [] });
    expect(world.host.list("en")[0]).toMatchObject({ status: "disabled", enabled: false });
  });
});

describe("calls", () => {
  const matcher = (body: string) =>
    built(
      "m",
      `matchers: { near: { title: "Near", for: "loans", candidates: "books", match: async (record, { limit }, context) => { ${body} } } }`,
    );
  const ask = async (body: string, deadlines: PluginHostOptions["deadlines"] = {}) => {
    await using world = await testHost({ m: matcher(body) }, { deadlines });
    const asked = await world.host
      .matchers()[0]
      ?.match({ id: "l1" }, 2, { language: "fr" })
      .catch((error: unknown) => (error instanceof DomainError ? error.details.message : error));
    return { asked, health: world.host.list("en")[0]?.contributions[0]?.health, logged: world.logged };
  };
  const match = (id: string, score: number) => `{ id: "${id}", score: ${score}, reasons: [], blockers: [] }`;

  test("get the day of the office, the settings and the records, and answer no more than asked for", async () => {
    const { asked } = await ask(
      `const found = await context.records.get("loans", record.id); return [${match("a", 1)}, { id: context.today + found.status, score: 0, reasons: [], blockers: [] }, ${match("c", 0)}];`,
    );
    expect(asked).toMatchObject([{ id: "a" }, { id: "2026-04-01active" }]);
  });

  test("that throw are told in a sentence, logged and counted", async () => {
    const { asked, health, logged } = await ask(`throw new Error("no shelf");`);
    expect(asked).toMatchObject({ fr: "« Near » n’a pas fonctionné. Signalez-le à l’administrateur." });
    expect(health).toMatchObject({ calls: 1, failures: 1, lastFailure: { message: "no shelf" } });
    expect(logged[0]).toContain("no shelf");
  });

  test("that hang are cut off at their deadline", async () => {
    const { asked } = await ask(`await new Promise(() => {});`, { matcher: 20 });
    expect(asked).toMatchObject({ en: "“Near” did not answer within 0.02 s. Try again in a moment." });
  });

  test("that answer nonsense have failed", async () => {
    const { health } = await ask(`return [${match("a", 3)}];`);
    expect(health?.lastFailure?.message).toContain("The answer is not what the plugin interface asks for: 0.score");
  });

  test("a guard that throws blocks with a sentence", async () => {
    const throwing = `guards: { g: { title: "Overdue", evaluate: () => { throw new Error("x"); } } }`;
    await using world = await testHost({ p: built("p", throwing) });
    expect(world.host.guards()["g"]?.evaluate({}, input)).toEqual({
      ok: false,
      reasons: [{ code: "plugin-unavailable", message: "“Overdue” did not work. Tell the administrator." }],
    });
  });

  test("an importer is read to its end, and one that breaks off says so", async () => {
    const record = (value: string) => `yield { key: { field: "code", value: "${value}" }, data: {} };`;
    const importer = `importers: { books: { title: "Books", type: "books", async *read(path) { ${record("a")} if (path === "bad") throw new Error("torn page"); ${record("b")} } } }`;
    await using world = await testHost({ p: built("p", importer) });
    const [hosted] = world.host.importers();
    const context = { signal: new AbortController().signal, language: "en" as const, reject: () => undefined };
    const read = async (path: string) => {
      const keys: string[] = [];
      for await (const { key } of hosted?.read(path, context) ?? []) keys.push(key.value);
      return keys;
    };
    expect(await read("good")).toEqual(["a", "b"]);
    await expect(read("bad")).rejects.toThrow("“Books” did not work");
  });
});
