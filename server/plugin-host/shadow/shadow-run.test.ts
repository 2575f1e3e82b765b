import { describe, expect, test } from "vitest";
import { built, testHost } from "../../../test/support/test-host.ts";
import { DomainError } from "../../domain/domain-error.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { QuestionSource } from "./shadow-run.ts";

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error.details.code : error),
  );

const loans: readonly JsonObject[] = [
  { id: "l1", renewals: 0 },
  { id: "l2", renewals: 2 },
];

/** Two loans; of the past, what was decided about each on 1 March. */
const questions: QuestionSource = {
  async rules({ since, language }) {
    const asked = loans.map((loan) => ({
      type: "loans",
      id: String(loan["id"]),
      at: since === null ? null : "2026-03-01T09:00:00.000Z",
      action: "Renew",
      params: { most: 3 },
      input: {
        case: loan,
        ...(since !== null && { event: loan }),
        related: {},
        counts: { held: Number(loan["renewals"]) },
        today: "2026-03-01",
        language,
      },
    }));
    return { asked, records: 2, of: 2, next: null };
  },
  async matches({ on, after }) {
    const asked = after === null ? loans.slice(0, 1) : loans.slice(1);
    return { at: on, asked, records: 1, of: 2, next: after === null ? "loans/l1" : null };
  },
};

const guard = (id: string, limit: string) =>
  `guards: { "${id}": { title: "May renew", evaluate: (params, { case: loan }) => loan.renewals < ${limit} ? { ok: true } : { ok: false, reasons: [{ code: "often", message: "Renewed " + loan.renewals + " times" }] } } }`;

const rules = {
  old: built("old", guard("may-renew", "params.most")),
  fresh: built("fresh", guard("may-renew-2", "2")),
  odd: built("odd", `guards: { odd: { title: "Odd", evaluate: () => { throw new Error("x"); } } }`),
};

describe("a guard beside the one in force", () => {
  const world = (more = {}) => testHost({ ...rules, ...more }, { questions, named: () => ["old"] });
  const beside = (contribution: string) =>
    ({ kind: "guard", contribution: "may-renew", beside: contribution }) as const;

  test("is asked what the other is asked, though it is switched off; what it would block is told", async () => {
    await using opened = await world();
    expect(await opened.host.shadow("old", beside("may-renew-2"), "en")).toEqual({
      compared: 2,
      differing: 1,
      failed: { before: 0, after: 0 },
      records: 2,
      of: 2,
      next: null,
      differences: [
        {
          type: "loans",
          id: "l2",
          at: null,
          action: "Renew",
          change: "blocks",
          before: [],
          after: [{ text: "Renewed 2 times", record: null, why: [] }],
        },
      ],
    });
  });

  test("is asked again about what was decided since a day", async () => {
    await using opened = await world();
    const run = await opened.host.shadow("old", { ...beside("may-renew-2"), past: "2026-03-01" }, "en");
    expect(run.differences).toMatchObject([{ id: "l2", at: "2026-03-01T09:00:00.000Z" }]);
  });

  test("is given the counts that the rules of the case ask for", async () => {
    const counting = built(
      "counting",
      `guards: { counting: { title: "Counting", evaluate: (params, { counts }) => counts.held < 2 ? { ok: true } : { ok: false, reasons: [{ code: "many", message: counts.held + " held" }] } } }`,
    );
    await using opened = await world({ counting });
    const run = await opened.host.shadow("old", beside("counting"), "en");
    expect(run.differences).toMatchObject([{ id: "l2", after: [{ text: "2 held" }] }]);
  });

  test("changes nothing, and what fails is counted, told, and not held against it", async () => {
    await using opened = await world();
    const before = opened.host.list("en");
    const run = await opened.host.shadow("old", beside("odd"), "en");
    expect(run).toMatchObject({ compared: 2, differing: 2, failed: { before: 0, after: 2 } });
    expect(run.differences[0]).toMatchObject({ change: "fails" });
    expect(run.differences[0]?.after[0]?.text).toContain("“Odd” did not work. Tell the administrator. (x");
    const french = await opened.host.shadow("old", beside("odd"), "fr");
    expect(french.differences[0]?.after[0]?.text).toContain("« Odd » n’a pas fonctionné.");
    expect(opened.host.list("en")).toEqual(before);
  });

  test("that reads the form is asked about decisions, and not before the form is filled in", async () => {
    const reads = (id: string, limit: string) =>
      built(id, guard("may-renew", limit).replace("evaluate:", "readsEvent: true, evaluate:"));
    const next = reads("old", "1").replace(`version: "1.0.0"`, `version: "2.0.0"`);
    await using opened = await world({ old: reads("old", "params.most"), "old.next": next });
    const asked = { kind: "guard", contribution: "may-renew", version: "2.0.0" } as const;
    expect(await opened.host.shadow("old", asked, "en")).toMatchObject({ compared: 0, records: 2 });
    const past = await opened.host.shadow("old", { ...asked, past: "2026-03-01" }, "en");
    expect(past).toMatchObject({ compared: 2, differing: 1 });
  });

  test("may be the next version of its plugin, under the same names", async () => {
    const next = built("old", guard("may-renew", "1")).replace(`version: "1.0.0"`, `version: "2.0.0"`);
    await using opened = await world({ "old.next": next });
    const asked = { kind: "guard", contribution: "may-renew" } as const;
    const run = await opened.host.shadow("old", { ...asked, version: "2.0.0" }, "en");
    expect(run.differences).toMatchObject([{ id: "l2", change: "blocks" }]);
    await opened.host.configure("old", { version: "2.0.0" }, "en");
    const reverse = await opened.host.shadow("old", { ...asked, version: "1.0.0" }, "en");
    expect(reverse.differences).toMatchObject([{ id: "l2", change: "passes" }]);
    expect(await codeOf(opened.host.shadow("old", { ...asked, version: "3.0.0" }, "en"))).toBe(
      "unknown-plugin-version",
    );
  });
});

describe("a matcher beside the one in force", () => {
  const matcher = built(
    "near",
    `config: { type: "object", properties: { weight: { type: "number", default: 0.5, maximum: 1 }, key: { type: "string", "x-secret": true } } },
    matchers: { near: { title: "Near", for: "loans", candidates: "books", match: async (loan, options, { config }) => {
      if (config.weight === 0) throw new Error("nothing weighs");
      const near = { id: config.weight > 0.9 ? "b9" : "b" + loan.renewals, score: config.weight, reasons: [{ code: "shelf", message: "Same shelf", weight: config.weight }], blockers: [] };
      return [near, { id: "far", score: 0.1, reasons: [{ code: "far", message: "Far", weight: 0.1 }], blockers: [] }];
    } } }`,
  );
  const request = { kind: "matcher", contribution: "near" } as const;
  const world = () => testHost({ near: matcher }, { questions });

  test("may be itself with other settings; where they do not agree, each says why", async () => {
    await using opened = await world();
    const run = await opened.host.shadow("near", { ...request, config: { weight: 0.8, key: "" } }, "en");
    expect(run).toMatchObject({ compared: 1, differing: 1, records: 1, of: 2, next: "loans/l1" });
    const record = { type: "books", id: "b0" };
    const far = { text: "10%", record: { type: "books", id: "far" }, why: [] };
    expect(run.differences[0]).toEqual({
      type: "loans",
      id: "l1",
      at: null,
      action: null,
      change: "scores",
      before: [{ text: "50%", record, why: ["Same shelf (+50%)"] }, far],
      after: [{ text: "80%", record, why: ["Same shelf (+80%)"] }, far],
    });
    expect(opened.host.list("en")[0]?.config).toEqual({ weight: 0.5 });
  });

  test("goes on where the answer before ended, and tells who is first now", async () => {
    await using opened = await world();
    const run = await opened.host.shadow("near", { ...request, config: { weight: 1 }, after: "loans/l1" }, "en");
    expect(run).toMatchObject({ next: null, differences: [{ id: "l2", change: "first" }] });
  });

  test("that fails is told with its sentence", async () => {
    await using opened = await world();
    const run = await opened.host.shadow("near", { ...request, config: { weight: 0 } }, "en");
    expect(run).toMatchObject({ differing: 1, failed: { before: 0, after: 1 } });
    expect(run.differences[0]?.after[0]?.text).toContain("“Near” did not work");
    expect(opened.host.list("en")[0]?.contributions[0]?.health).toMatchObject({ calls: 0, state: "closed" });
  });

  test("that is not there, is the same, or has wrong settings is refused", async () => {
    await using opened = await world();
    const code = (change: object) => codeOf(opened.host.shadow("near", { ...request, ...change }, "en"));
    expect(await code({ contribution: "far" })).toBe("unknown-contribution");
    expect(await code({ beside: "far" })).toBe("unknown-contribution");
    expect(await code({})).toBe("nothing-to-compare");
    expect(await code({ config: { weight: 7 } })).toBe("plugin-config");
  });
});
