import { describe, expect, test } from "vitest";
import type {
  GuardContribution,
  GuardInput,
  ImporterContribution,
  Match,
  MatcherContribution,
  ReportContribution,
} from "../contributions/index.ts";
import { definePlugin } from "../define-plugin.ts";
import { Type } from "../index.ts";
import type { JsonObject } from "../json.ts";
import {
  type Breach,
  checkAction,
  checkChannel,
  checkExporter,
  checkGuard,
  checkImporter,
  checkMatcher,
  checkReport,
  conformance,
  createMemoryRecords,
  exportContext,
  testContext,
} from "./index.ts";

const plugin = definePlugin({
  id: "library",
  version: "1.0.0",
  title: "Library",
  description: "Lends books",
  api: "^1.0.0",
  config: Type.Object({ days: Type.Integer({ default: 21 }) }),
});
const records = createMemoryRecords({
  loans: [
    { id: "l1", status: "active" },
    { id: "l2", status: "done" },
  ],
});
const context = testContext(plugin, records);
const rules = (breaches: readonly Breach[]) => [...new Set(breaches.map(({ rule }) => rule))];

test("the context has the defaults of the plugin's settings", () => {
  expect(context.config).toEqual({ days: 21 });
});

describe("matchers", () => {
  const reader = (id: string, score: number): Match => ({
    id,
    score,
    reasons: [{ code: "likes", message: "Likes it", weight: score }],
    blockers: [],
  });
  const matcher = (match: MatcherContribution["match"]): MatcherContribution => ({
    title: "Readers",
    for: "books",
    candidates: "members",
    match,
  });
  const good = matcher(async (_book, { limit }, { signal }) => {
    signal.throwIfAborted();
    return [reader("a", 0.9), reader("b", 0.4), reader("c", 0.1)].slice(0, limit);
  });
  const answering = (matches: readonly Match[]) => matcher(async () => matches);

  test("a good one has no breach", async () => {
    expect(await checkMatcher(good, {}, context)).toEqual([]);
  });

  test.each<[string, MatcherContribution]>([
    ["abort", answering([])],
    ["limit", answering([reader("a", 3e-1), reader("b", 2e-1), reader("c", 1e-1)])],
    ["best-first", answering([reader("a", 0.1), reader("b", 0.9)])],
    ["score", answering([reader("a", 1.2)])],
    ["explained", answering([{ ...reader("a", 0.5), reasons: [] }])],
    ["in-words", answering([{ ...reader("a", 0.5), reasons: [{ code: "x", message: " ", weight: 0.5 }] }])],
    ["deterministic", matcher(async () => [reader(crypto.randomUUID(), 0.5)])],
  ])("%s is noticed", async (rule, bad) => {
    expect(rules(await checkMatcher(bad, {}, context))).toContain(rule);
  });
});

describe("reports", () => {
  const report = (figure: number, row: JsonObject = {}): ReportContribution => ({
    title: "Loans",
    async run(_params, { signal }) {
      signal.throwIfAborted();
      return {
        title: "Loans",
        columns: [{ key: "loans", title: "Loans", type: "number" }],
        rows: [{ loans: figure, drill: { type: "loans", filter: { status: "active" } }, ...row }],
        totals: {},
        definition: "Every loan that is out.",
      };
    },
  });
  const period = { from: "2026-01-01", to: "2026-12-31" };

  test("one whose figures are what they list has no breach", async () => {
    expect(await checkReport(report(1), period, context)).toEqual([]);
  });

  test("a figure that its drill-down does not list is noticed", async () => {
    expect(await checkReport(report(2), period, context)).toEqual([
      { rule: "drill", what: "loans = 2, but its drill-down lists 1" },
    ]);
  });
});

describe("guards", () => {
  const input: GuardInput = { case: { id: "l1" }, related: {}, counts: {}, today: "2026-03-31", language: "fr" };
  const guard = (evaluate: GuardContribution["evaluate"]): GuardContribution => ({ title: "Overdue", evaluate });

  test("one that is pure and says why has no breach", () => {
    const overdue = guard((_params, { language }) => ({
      ok: false,
      reasons: [{ code: "overdue", message: language === "fr" ? "En retard" : "Overdue" }],
    }));
    expect(checkGuard(overdue, {}, [input])).toEqual([]);
  });

  test("one that changes its input, or blocks without a word, is noticed", () => {
    const meddling = guard((_params, given) => {
      Object.assign(given.case, { seen: true });
      return { ok: false, reasons: [] };
    });
    expect(rules(checkGuard(meddling, {}, [structuredClone(input)]))).toEqual(["pure", "in-words"]);
  });
});

describe("importers", () => {
  const importer = (titles: () => readonly string[]): ImporterContribution => ({
    title: "Books",
    type: "books",
    async *read(_path, { signal, reject }) {
      signal.throwIfAborted();
      for (const [n, title] of titles().entries()) {
        if (title === "") reject({ file: "books.csv", line: n + 2, reason: "No title" });
        else yield { key: { field: "title", value: title }, data: { title } };
      }
    },
  });
  const expected = { records: 2, rejected: 1 };

  test("one that keeps or rejects every line has no breach", async () => {
    expect(
      await checkImporter(
        importer(() => ["Nana", "", "Germinal"]),
        "books",
        expected,
      ),
    ).toEqual([]);
  });

  test("a lost row, two of the same key and a second run that differs are noticed", async () => {
    expect(
      rules(
        await checkImporter(
          importer(() => ["Nana"]),
          "books",
          expected,
        ),
      ),
    ).toEqual(["no-row-lost", "rejects"]);
    expect(
      rules(
        await checkImporter(
          importer(() => ["Nana", "", "Nana"]),
          "books",
          expected,
        ),
      ),
    ).toEqual(["unique-keys"]);
    let run = 0;
    const growing = importer(() => [`Volume ${run++}`, "", "Nana"]);
    expect(rules(await checkImporter(growing, "books", expected))).toEqual(["idempotent"]);
  });
});

describe("actions", () => {
  const trial = (run: (done: string[], key: string, signal: AbortSignal) => void) => {
    const done: string[] = [];
    const action = {
      title: "Remind",
      run: async (_params: JsonObject, { key, signal }: { readonly key: string; readonly signal: AbortSignal }) =>
        run(done, key, signal),
    };
    const effect = { ...context, key: "loans/l1/2/1", case: { id: "l1" } };
    return checkAction(action, { params: {}, context: effect, observe: () => [...done] });
  };

  test("one that does its work once whatever the deliveries passes", async () => {
    const breaches = await trial((done, key, signal) => {
      signal.throwIfAborted();
      if (!done.includes(key)) done.push(key);
    });
    expect(breaches).toEqual([]);
  });

  test("a second effect, none at all and an ignored abort are found", async () => {
    expect(rules(await trial((done) => done.push("again")))).toEqual(["idempotent", "abort"]);
    expect(rules(await trial(() => undefined))).toEqual(["effect", "abort"]);
  });
});

describe("channels", () => {
  const message = { key: "k", to: "a", subject: "s", text: "t" };
  const trial = (send: (isUp: boolean, signal: AbortSignal) => void) => {
    let isUp = true;
    const channel = {
      title: "Post",
      send: async (_message: object, { signal }: { readonly signal: AbortSignal }) => send(isUp, signal),
    };
    return checkChannel(channel, {
      message,
      context,
      fail: () => {
        isUp = false;
      },
    });
  };

  test("one that says when nothing is delivered passes; silence and dumbness are found", async () => {
    const honest = (isUp: boolean, signal: AbortSignal) => {
      signal.throwIfAborted();
      if (!isUp) throw new Error("nobody there");
    };
    expect(await trial(honest)).toEqual([]);
    expect(rules(await trial((_, signal) => signal.throwIfAborted()))).toEqual(["reports-failures"]);
    const never = () => {
      throw new Error("");
    };
    expect(rules(await trial(never))).toEqual(["delivers", "in-words"]);
  });
});

describe("exporters", () => {
  const period = { from: "2026-01-01", to: "2026-03-31" };
  const trial = (name: string, content: () => string) =>
    checkExporter(
      {
        title: "Loans",
        roles: [],
        run: async (_params, { signal }) => {
          signal.throwIfAborted();
          return { name, mediaType: "text/csv", content: content() };
        },
      },
      period,
      exportContext(plugin, records),
    );

  test("one that makes the same file passes; a nameless, empty or changing one is found", async () => {
    const answers = ["a", "b", "c", "d"];
    expect(await trial("loans.csv", () => "id")).toEqual([]);
    expect(rules(await trial("loans", () => ""))).toEqual(["file"]);
    expect(rules(await trial("loans.csv", () => answers.shift() ?? "e"))).toEqual(["deterministic"]);
  });
});

describe("a whole plugin", () => {
  const whole = definePlugin({
    ...plugin,
    guards: {
      weekday: { title: "Weekday", evaluate: () => ({ ok: true }) },
      untried: { title: "x", evaluate: () => ({ ok: true }) },
    },
  });

  test("is tried contribution by contribution, and one without a trial is told", async () => {
    const input: GuardInput = { case: {}, related: {}, counts: {}, today: "2026-03-31", language: "en" };
    const breaches = await conformance(whole, { guards: { weekday: { params: {}, inputs: [input] } } });
    expect(breaches).toEqual([{ rule: "tried", what: "guards.untried: there is no trial for it" }]);
  });
});
