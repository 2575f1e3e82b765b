import { describe, expect, test } from "vitest";
import type { CallContext, JsonObject, ReportRow } from "../../server/plugin-api/index.ts";
import { conformance, createMemoryRecords, testContext } from "../../server/plugin-api/testing/index.ts";
import { plugin } from "./plugin.ts";

const placement = (id: string, startOn: string, more: JsonObject = {}): JsonObject => ({
  id,
  startOn,
  stage: "started",
  status: "active",
  contractType: "CDI",
  district: "grand-bellevue",
  assigneeId: "u1",
  journeyId: "j1",
  ...more,
});

const office = () =>
  createMemoryRecords({
    placements: [
      placement("p1", "2026-01-01"),
      placement("p2", "2026-01-31", { contractType: "CDD", stage: "ended", status: "done" }),
      placement("p3", "2026-03-31", { contractType: "CDD", stage: "sustained", assigneeId: null }),
      placement("agreed", "2026-02-01", { stage: "agreed" }),
      placement("cancelled", "2026-02-01", { stage: "cancelled", status: "done" }),
      placement("before", "2025-12-31"),
      placement("after", "2026-04-01"),
    ],
    "seeker-journeys": [
      { id: "j1", stage: "coaching.searching", status: "active", openedOn: "2025-12-22", diagnosedOn: "2026-01-01" },
      { id: "j2", stage: "reception", status: "active", openedOn: "2026-03-01" },
      { id: "j3", stage: "closed", status: "done", openedOn: "2026-01-01", diagnosedOn: "2026-01-21" },
    ],
    "company-recruitments": [
      { id: "r1", stage: "published", status: "active", publishedOn: "2026-02-01" },
      { id: "r2", stage: "filled", status: "done", publishedOn: "2026-01-01", closedOn: "2026-02-10" },
    ],
  });

const names: { readonly [field: string]: { readonly [value: string]: string } } = {
  contractType: { CDI: "CDI", CDD: "CDD" },
  district: { "grand-bellevue": "Le Grand Bellevue (QPV)" },
  assigneeId: { u1: "Claire Morin" },
  stage: { reception: "Accueil", "coaching.searching": "Recherche d'emploi", published: "Diffusée" },
};
const quarter = { from: "2026-01-01", to: "2026-03-31" };

const call = (given: Partial<CallContext> = {}) =>
  testContext(plugin, office(), { labels: async (_type, field) => names[field] ?? {}, ...given });
const report = (id: string) => {
  const found = plugin.reports?.[id];
  if (!found) throw new Error(`No report ${id}`);
  return found;
};
const figures = (rows: readonly ReportRow[]) => rows.map(({ drill: _drill, share: _share, ...row }) => row);

test("every report keeps what reports promise", async () => {
  const trial = { params: quarter, context: call() };
  const ids = Object.keys(plugin.reports ?? {});
  const reports = Object.fromEntries(ids.map((id) => [id, trial]));
  expect(await conformance(plugin, { reports })).toEqual([]);
});

describe("placements", () => {
  test("count what started in the period, both ends included, and nothing else", async () => {
    const { totals } = await report("placements").run(quarter, call());
    expect(totals).toEqual({ placements: 3 });
  });

  test("are broken down four ways, each adding up to the total", async () => {
    const { rows, sections } = await report("placements").run(quarter, call());
    expect(sections).toBe("dimension");
    expect(figures(rows)).toEqual([
      { dimension: "Type de contrat", value: "CDD", placements: 2 },
      { dimension: "Type de contrat", value: "CDI", placements: 1 },
      { dimension: "Mois", value: "janvier 2026", placements: 2 },
      { dimension: "Mois", value: "mars 2026", placements: 1 },
      { dimension: "Quartier", value: "Le Grand Bellevue (QPV)", placements: 3 },
      { dimension: "Conseiller ou conseillère", value: "Claire Morin", placements: 2, names: true },
      { dimension: "Conseiller ou conseillère", value: "Personne", placements: 1, names: true },
    ]);
  });

  test("can be broken down one way", async () => {
    const { rows } = await report("placements").run({ ...quarter, by: "contractType" }, call());
    expect(figures(rows).map(({ value }) => value)).toEqual(["CDD", "CDI"]);
  });

  test("show each month, those without any too, and say the finding", async () => {
    const { chart } = await report("placements").run(quarter, call());
    expect(chart?.rows).toMatchObject([
      { month: "2026-01", placements: 2, drill: { filter: { startOn_gte: "2026-01-01", startOn_lte: "2026-01-31" } } },
      { month: "2026-02", placements: 0 },
      { month: "2026-03", placements: 1 },
    ]);
    expect(chart?.title).toBe("3 placements en 3 mois");
  });
});

test("journeys and recruitments are counted by stage, in the order of their machine", async () => {
  const journeys = await report("journeys").run(quarter, call());
  expect(figures(journeys.rows)).toEqual([
    { stage: "Accueil", cases: 1 },
    { stage: "Recherche d'emploi", cases: 1 },
  ]);
  expect(journeys.chart?.title).toBe("2 parcours en cours");
  const recruitments = await report("recruitments").run(quarter, call());
  expect(figures(recruitments.rows)).toEqual([{ stage: "Diffusée", cases: 1 }]);
});

test("delays are averages over what was completed in the period", async () => {
  const { rows, chart } = await report("delays").run(quarter, call());
  expect(figures(rows)).toEqual([
    { delay: "De l’accueil au diagnostic", days: 15, cases: 2 },
    { delay: "Du premier contact au placement", days: 49.7, cases: 3 },
    { delay: "De la diffusion de l’offre au poste pourvu", days: 40, cases: 1 },
  ]);
  expect(chart?.title).toBe("50 jours en moyenne du premier contact au placement");
});

test("everything is said in English too", async () => {
  const { title, rows, definition } = await report("placements").run(quarter, call({ language: "en" }));
  expect([title, rows[2]?.["value"]]).toEqual(["Placements", "January 2026"]);
  expect(definition).toContain("Placements that started");
});
