import { describe, expect, test } from "vitest";
import { context, plugin, rules } from "../../../test/support/conformance-library.ts";
import type {
  GuardContribution,
  GuardInput,
  ImporterContribution,
  Match,
  MatcherContribution,
  ReportContribution,
} from "../contributions/index.ts";
import { definePlugin } from "../define-plugin.ts";
import type { JsonObject } from "../json.ts";
import { checkGuard, checkImporter, checkMatcher, checkReport, conformance } from "./index.ts";

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
