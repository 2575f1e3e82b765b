import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { built, testHost } from "../../../test/support/test-host.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { createMemoryRecords } from "../../plugin-api/testing/index.ts";
import type { PluginHost } from "../plugin-host.ts";

const guardInput = { case: { id: "l1" }, related: {}, counts: {}, today: "2026-03-31", language: "en" as const };

/** A plugin with one matcher, whose body is this. */
const matcher = (id: string, body: string, more = `isolation: "worker",`) =>
  built(
    id,
    `${more} matchers: { "${id}-near": { title: "Near", for: "loans", candidates: "books", match: async (record, options, context) => { ${body} } } }`,
  );

const guard = (id: string, body: string, more = `isolation: "worker",`) =>
  built(id, `${more} guards: { "${id}-rule": { title: "Rule", evaluate: (params, input) => { ${body} } } }`);

const good = matcher("good", `return [{ id: record.id + context.config.days, score: 1, reasons: [], blockers: [] }];`);

function ask(host: PluginHost, plugin: string): Promise<unknown> {
  const asked = host.matchers().find((one) => one.plugin === plugin);
  return (asked?.match({ id: "l1" }, 5, { language: "en" }) ?? Promise.resolve(null)).catch((error: unknown) =>
    error instanceof DomainError ? error.details.message : error,
  );
}

const healthOf = (host: PluginHost, plugin: string) =>
  host.list("en").find(({ id }) => id === plugin)?.contributions[0]?.health;

const usageOf = (host: PluginHost, plugin: string) => host.list("en").find(({ id }) => id === plugin)?.usage;

describe("in a thread of its own", () => {
  test("a plugin is given its settings and the office's records, and keeps what it remembers by them", async () => {
    const body = `
      globalThis.seen ??= new WeakMap();
      const times = (globalThis.seen.get(context.records) ?? 0) + 1;
      globalThis.seen.set(context.records, times);
      const loan = await context.records.get("loans", record.id);
      let walked = 0;
      for await (const batch of context.records.each("loans")) walked += batch.length;
      context.log("asked");
      return [{ id: [loan.status, walked, times, context.config.days].join(), score: 1, reasons: [], blockers: [] }];`;
    const config = `isolation: "worker", config: { type: "object", properties: { days: { type: "integer", default: 21 } } },`;
    await using world = await testHost({ m: matcher("m", body, config) });
    expect(await ask(world.host, "m")).toMatchObject([{ id: "active,1,1,21" }]);
    expect(await ask(world.host, "m")).toMatchObject([{ id: "active,1,2,21" }]);
    expect(world.logged).toEqual(["asked", "asked"]);
    expect(usageOf(world.host, "m")).toMatchObject({ isolation: "worker", restarts: 0, calls: 2 });
    expect(usageOf(world.host, "m")?.memoryMb).toBeGreaterThan(0);
  });

  test("an importer is read as it goes, and told of the end", async () => {
    const importer = built(
      "i",
      `isolation: "worker", importers: { books: { title: "Books", type: "books", async *read(path, context) { for (const value of path) yield { key: { field: "code", value }, data: {} }; context.reject({ file: path, line: 3, reason: "torn" }); } } }`,
    );
    await using world = await testHost({ i: importer });
    const rejected: object[] = [];
    const keys: string[] = [];
    const context = {
      signal: new AbortController().signal,
      language: "en" as const,
      reject: (line: object) => rejected.push(line),
    };
    for await (const { key } of world.host.importers()[0]?.read("ab", context) ?? []) keys.push(key.value);
    expect(keys).toEqual(["a", "b"]);
    expect(rejected).toEqual([{ file: "ab", line: 3, reason: "torn" }]);
  });

  test("a guard answers while the office stands still, and tells its errors with their line", async () => {
    const rule = `if (!input.case.id) throw new Error("no id"); return { ok: input.case.id === "l1", reasons: [] };`;
    await using world = await testHost({ g: guard("g", rule) }, { deadlines: { guard: 20_000 } });
    const evaluate = (id: string) => world.host.guards()["g-rule"]?.evaluate({}, { ...guardInput, case: { id } });
    expect(evaluate("l1")).toEqual({ ok: true, reasons: [] });
    expect(evaluate("")).toMatchObject({ ok: false, reasons: [{ code: "plugin-unavailable" }] });
    expect(healthOf(world.host, "g")?.lastFailure).toMatchObject({ message: "no id" });
  });
});

describe("hostile plugins", () => {
  test("one that loops for ever is stopped; the office goes on meanwhile, and says since when and why", async () => {
    const plugins = { loops: matcher("loops", `for (;;) {}`), good };
    await using world = await testHost(plugins, { deadlines: { matcher: 2000 } });
    let turns = 0;
    let isDone = false;
    const asked = ask(world.host, "loops").then((answer) => {
      isDone = true;
      return answer;
    });
    while (!isDone) {
      await nextTurn();
      turns += 1;
    }
    expect(await asked).toMatchObject({ en: expect.stringContaining("did not answer within 2 s") });
    expect(turns).toBeGreaterThan(50);
    expect(await ask(world.host, "good")).toMatchObject([{ id: "l1undefined" }]);
  });

  test("the thread that was stopped is started again at the next call", async () => {
    const body = `if (record.id === "l1") { for (;;) {} } return [];`;
    await using world = await testHost({ m: matcher("m", body) }, { deadlines: { matcher: 2000 } });
    await ask(world.host, "m");
    const askAgain = () => {
      world.host.retry("m", "en");
      return world.host
        .matchers()[0]
        ?.match({ id: "other" }, 5, { language: "en" })
        .catch(() => null);
    };
    await expect.poll(askAgain).toEqual([]);
    expect(usageOf(world.host, "m")?.restarts).toBe(1);
  });

  test("a guard that loops costs its deadline once, then blocks at once", async () => {
    await using world = await testHost({ g: guard("g", "for (;;) {}") }, { deadlines: { guard: 200 } });
    const evaluate = () => world.host.guards()["g-rule"]?.evaluate({}, guardInput);
    const blocked = { ok: false, reasons: [{ code: "plugin-unavailable", message: expect.any(String) }] };
    expect(evaluate()).toEqual(blocked);
    expect(healthOf(world.host, "g")).toMatchObject({ state: "open", failures: 1, since: expect.any(String) });
    expect(evaluate()).toEqual(blocked);
    expect(healthOf(world.host, "g")).toMatchObject({ calls: 1 });
  });

  test("a guard may declare that it lets go on while it cannot be asked", async () => {
    const passing = built(
      "g",
      `guards: { rule: { title: "Rule", fallback: "pass", evaluate: () => { throw new Error("x"); } } }`,
    );
    await using world = await testHost({ g: passing });
    expect(world.host.guards()["rule"]?.evaluate({}, guardInput)).toEqual({ ok: true });
  });

  test("one that leaks is stopped at its limit, alone", async () => {
    const body = `globalThis.kept ??= []; for (;;) globalThis.kept.push(new Array(100_000).fill(record.id));`;
    const worker = { memoryMb: 24 };
    await using world = await testHost({ leaks: matcher("leaks", body), good }, { worker });
    await ask(world.host, "leaks");
    expect(healthOf(world.host, "leaks")?.lastFailure?.message).toBe(
      "it needed more than 24 MB of memory, and was stopped",
    );
    expect(await ask(world.host, "good")).toMatchObject([{ score: 1 }]);
  });

  test("one that floods is given its turns: so many calls, so many reads, so many lines of log", async () => {
    let reading = 0;
    let most = 0;
    const slow = async () => {
      reading += 1;
      most = Math.max(most, reading);
      await nextTurn();
      reading -= 1;
      return 0;
    };
    const records = () => ({ ...createMemoryRecords({}), count: slow });
    const body = `await Promise.all(Array.from({ length: 100 }, () => context.records.count("loans"))); for (let n = 0; n < 100; n++) context.log("line"); return [];`;
    await using world = await testHost({ floods: matcher("floods", body) }, { records });
    const answers = await Promise.all(Array.from({ length: 70 }, () => ask(world.host, "floods")));
    expect(most).toBe(4);
    expect(answers.filter((answer) => Array.isArray(answer))).toHaveLength(64);
    expect(answers.at(-1)).toMatchObject({ en: "“Near” is too busy right now. Try again in a moment." });
    await expect.poll(() => world.logged.length).toBe(64 * 51);
  });

  test("one that answers nonsense has failed, and its matcher may leave the place to others", async () => {
    const nonsense = built(
      "m",
      `matchers: { near: { title: "Near", for: "loans", candidates: "books", fallback: "nothing", match: async () => "yes" } }, guards: { rule: { title: "Rule", evaluate: () => "perhaps" } }`,
    );
    await using world = await testHost({ m: nonsense });
    expect(await ask(world.host, "m")).toEqual([]);
    expect(usageOf(world.host, "m")).toMatchObject({ calls: 1, failures: 1 });
    expect(world.host.guards()["rule"]?.evaluate({}, guardInput)).toMatchObject({ ok: false });
  });

  test("one that ignores abort is left behind at its deadline, and set aside when it goes on so", async () => {
    const hangs = matcher("hangs", `await new Promise(() => {});`, "");
    await using world = await testHost({ hangs, good }, { deadlines: { matcher: 10 } });
    for (let n = 0; n < 5; n++) await ask(world.host, "hangs");
    expect(await ask(world.host, "hangs")).toMatchObject({ en: expect.stringContaining("set aside") });
    expect(healthOf(world.host, "hangs")).toMatchObject({ state: "open", calls: 5, since: expect.any(String) });
    world.host.retry("hangs", "en");
    expect(healthOf(world.host, "hangs")).toMatchObject({ state: "closed", since: null });
  });

  test("those that throw, exit or never end when they are loaded are broken; the others start", async () => {
    const plugins = {
      throws: `throw new Error("no shelf")`,
      exits: "process.exit(3)",
      loops: "for (;;) {}",
      late: "await new Promise(() => {});",
      good,
    };
    await using world = await testHost(plugins, { worker: { loadDeadlineMs: 5000 } });
    const reasons = Object.fromEntries(world.host.list("en").map(({ id, status, reason }) => [id, reason ?? status]));
    expect(reasons).toEqual({
      good: "active",
      throws: "its code cannot be loaded (no shelf – plugins/throws/plugin.mjs:1).",
      exits: "its code cannot be loaded (it ended its own thread (exit code 3)).",
      loops: "its code cannot be loaded (it did not finish loading within 5 s).",
      late: "its code cannot be loaded (it did not finish loading within 5 s).",
    });
  });

  test("an error that nobody caught is counted against the plugin that its stack names", async () => {
    await using world = await testHost({ m: matcher("m", "return [];", "") });
    const error = new Error("left behind");
    error.stack = "Error: left behind\n    at Timeout.tick (file:///srv/build/plugins/m/plugin.mjs?built=1-2:7:11)";
    expect(world.host.blame(error)).toBe(true);
    expect(healthOf(world.host, "m")?.lastFailure).toMatchObject({
      message: "left behind",
      place: "plugins/m/plugin.mjs:7",
    });
    expect(world.host.blame(new Error("the office's own"))).toBe(false);
  });
});
