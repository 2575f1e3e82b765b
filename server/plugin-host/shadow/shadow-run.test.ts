import { describe, expect, test } from "vitest";
import { built, testHost } from "../../../test/support/test-host.ts";
import { publishType } from "../../domain/definitions/publish-type.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { createMemoryRecords } from "../../plugin-api/testing/index.ts";

const records = () =>
  createMemoryRecords({
    loans: [
      { id: "l1", status: "active", renewals: 0 },
      { id: "l2", status: "active", renewals: 2 },
      { id: "l3", status: "done", renewals: 9 },
    ],
  });

const guarded = { target: "again", guard: { type: "may-renew", params: { most: 3 } } };
const loans = publishType(
  {
    id: "loans",
    title: "Loans",
    schema: { type: "object", properties: { renewals: { type: "integer" } } },
    machine: { initial: "out", states: { out: { on: { RENEW: guarded } }, again: {} } },
  },
  { version: 1, office: { roles: [] } },
);

const guard = (id: string, limit: string) =>
  `guards: { "${id}": { title: "May renew", evaluate: (params, { case: loan }) => loan.renewals < ${limit} ? { ok: true } : { ok: false, reasons: [{ code: "often", message: "Renewed " + loan.renewals + " times" }] } } }`;

const rules = {
  old: built("old", guard("may-renew", "params.most")),
  fresh: built("fresh", guard("may-renew-2", "2")),
  odd: built("odd", `guards: { odd: { title: "Odd", evaluate: () => { throw new Error("x"); } } }`),
};

describe("a guard beside the one in force", () => {
  const world = () => testHost(rules, { records, types: () => [loans], named: () => ["old"] });

  test("is asked about the live cases of the workflows that name it, though it is switched off", async () => {
    await using opened = await world();
    const run = await opened.host.shadow(
      "old",
      { kind: "guard", contribution: "may-renew", beside: "may-renew-2" },
      "en",
    );
    expect(run).toEqual({
      compared: 2,
      differing: 1,
      failed: { before: 0, after: 0 },
      differences: [{ type: "loans", id: "l2", before: [], after: [{ text: "Renewed 2 times", record: null }] }],
    });
  });

  test("is given the counts that the rules of the case ask for", async () => {
    const counting = built(
      "counting",
      `guards: { counting: { title: "Counting", evaluate: (params, { counts }) => counts.held < 2 ? { ok: true } : { ok: false, reasons: [{ code: "many", message: counts.held + " held" }] } } }`,
    );
    const facts = async ({ id }: { readonly id: string }) => ({ related: {}, counts: { held: id === "l1" ? 1 : 2 } });
    const options = { records, types: () => [loans], named: () => ["old"], facts };
    await using opened = await testHost({ ...rules, counting }, options);
    const run = await opened.host.shadow("old", { kind: "guard", contribution: "may-renew", beside: "counting" }, "en");
    expect(run.differences).toMatchObject([{ id: "l2", after: [{ text: "2 held" }] }]);
  });

  test("changes nothing, and what fails is counted, told, and not held against it", async () => {
    await using opened = await world();
    const before = opened.host.list("en");
    const run = await opened.host.shadow("old", { kind: "guard", contribution: "may-renew", beside: "odd" }, "en");
    expect(run).toMatchObject({ compared: 2, differing: 2, failed: { before: 0, after: 2 } });
    expect(run.differences[0]?.after[0]?.text).toContain("“Odd” did not work");
    expect(opened.host.list("en")).toEqual(before);
  });
});

describe("a matcher beside the one in force", () => {
  const matcher = built(
    "near",
    `config: { type: "object", properties: { weight: { type: "number", default: 0.5, maximum: 1 }, key: { type: "string", "x-secret": true } } },
    matchers: { near: { title: "Near", for: "loans", candidates: "books", match: async (loan, options, { config }) => { if (config.weight === 0) throw new Error("nothing weighs"); return [{ id: "b" + loan.renewals, score: config.weight, reasons: [], blockers: [] }]; } } }`,
  );
  const request = { kind: "matcher", contribution: "near" } as const;

  test("may be itself with other settings", async () => {
    await using world = await testHost({ near: matcher }, { records, types: () => [loans] });
    const run = await world.host.shadow("near", { ...request, config: { weight: 0.8, key: "" } }, "en");
    expect(run).toMatchObject({ compared: 2, differing: 2, failed: { before: 0, after: 0 } });
    const record = { type: "books", id: "b0" };
    expect(run.differences[0]).toEqual({
      type: "loans",
      id: "l1",
      before: [{ text: "50\u00A0%", record }],
      after: [{ text: "80\u00A0%", record }],
    });
    expect(world.host.list("en")[0]?.config).toEqual({ weight: 0.5 });
  });

  test("that fails is told with its sentence", async () => {
    await using world = await testHost({ near: matcher }, { records, types: () => [loans] });
    const run = await world.host.shadow("near", { ...request, config: { weight: 0 } }, "en");
    expect(run).toMatchObject({ differing: 2, failed: { before: 0, after: 2 } });
    expect(run.differences[0]?.after[0]?.text).toContain("“Near” did not work");
    expect(world.host.list("en")[0]?.contributions[0]?.health).toMatchObject({ calls: 0, state: "closed" });
  });

  test("that is not there, is the same, or has wrong settings is refused", async () => {
    await using world = await testHost({ near: matcher }, { records, types: () => [loans] });
    const codeOf = (change: object) =>
      world.host.shadow("near", { ...request, ...change }, "en").then(
        () => null,
        (error: unknown) => (error instanceof DomainError ? error.details.code : error),
      );
    expect(await codeOf({ contribution: "far" })).toBe("unknown-contribution");
    expect(await codeOf({ beside: "far" })).toBe("unknown-contribution");
    expect(await codeOf({})).toBe("nothing-to-compare");
    expect(await codeOf({ config: { weight: 7 } })).toBe("plugin-config");
  });
});
