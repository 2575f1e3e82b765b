import { expect, test } from "vitest";
import { listReports } from "../../../server/domain/reports/list-reports.ts";
import type { OfficeReport } from "../../../server/domain/reports/office-report.ts";
import { runReport } from "../../../server/domain/reports/run-report.ts";
import type { ReportParams } from "../../../server/plugin-api/contributions/index.ts";
import { openTemporaryDatabase } from "../../support/databases.ts";
import { openLibrary } from "../../support/library-office/open-library.ts";
import { refusalOf } from "../cases/library-story.ts";

const drill = { type: "loans", filter: { status: "active" } };

/** Loans by branch, and by who lent them; keeps what it was asked with. */
function loansReport() {
  const asked: ReportParams[] = [];
  const report: OfficeReport = {
    id: "loans",
    plugin: "library",
    title: { fr: "Prêts", en: "Loans" },
    params: { type: "object", properties: { year: { type: "integer" }, late: { type: "boolean" } } },
    async run(params) {
      asked.push(params);
      return {
        title: "Loans",
        columns: [
          { key: "branch", title: "Branch", type: "text" },
          { key: "loans", title: "Loans", type: "number" },
        ],
        rows: [
          { branch: "North", loans: 12, drill },
          { branch: "South", loans: 3, drill },
          { branch: "Jeanne Roux", loans: 15, names: true, drill },
        ],
        totals: { loans: 15 },
        definition: "Every loan.",
      };
    },
  };
  return { asked, plugins: { reports: () => [report] } };
}

async function world() {
  const database = await openTemporaryDatabase();
  return { library: await openLibrary(database), [Symbol.asyncDispose]: () => database.close() };
}

test("the period is the last twelve months of the office when it is not given", async () => {
  await using opened = await world();
  const { office } = opened.library;
  const { asked, plugins } = loansReport();
  const answer = await runReport(office, opened.library.as("librarian"), { plugins, id: "loans", params: {} });
  expect(asked).toEqual([{ from: "2025-03-03", to: "2026-03-02" }]);
  expect(answer).toMatchObject({ id: "loans", from: "2025-03-03", to: "2026-03-02", masked: false });
  expect(answer.rows[0]).toEqual({ branch: "North", loans: 12, drill });
});

test("parameters are read as what the report says they are", async () => {
  await using opened = await world();
  const { asked, plugins } = loansReport();
  const params = { from: "2026-01-01", to: "2026-01-31", year: "2025", late: "true" };
  await runReport(opened.library.office, opened.library.as("librarian"), { plugins, id: "loans", params });
  expect(asked).toEqual([{ from: "2026-01-01", to: "2026-01-31", year: 2025, late: true }]);
});

test.each([
  [{ from: "31/01/2026" }, ["from"]],
  [{ from: "2026-02-30" }, ["from"]],
  [{ from: "2026-02-01", to: "2026-01-01" }, ["from"]],
  [{ colour: "red", year: "old" }, ["colour", "year"]],
  [{ toString: "what every object has" }, ["toString"]],
])("%j is refused, naming %j", async (params, fields) => {
  await using opened = await world();
  const { plugins } = loansReport();
  const ask = runReport(opened.library.office, opened.library.as("librarian"), { plugins, id: "loans", params });
  const refused = await refusalOf(ask);
  expect(refused).toMatchObject({ kind: "malformed", code: "wrong-report-params" });
  expect(Object.keys(refused.errors ?? {})).toEqual(fields);
});

test("who reads masked figures gets no small ones, no records behind them, nobody's name", async () => {
  await using opened = await world();
  const { plugins } = loansReport();
  const trustee = opened.library.as("trustee");
  const answer = await runReport(opened.library.office, trustee, { plugins, id: "loans", params: {} });
  expect(answer.masked).toBe(true);
  expect(answer.rows).toEqual([
    { branch: "North", loans: null, masked: ["loans"] },
    { branch: "South", loans: null, masked: ["loans"] },
  ]);
  expect(answer.totals).toEqual({ loans: 15 });
});

test("reports are for those whose role reads them", async () => {
  await using opened = await world();
  const { plugins } = loansReport();
  const { library } = opened;
  const ask = (role: string, id: string) => runReport(library.office, library.as(role), { plugins, id, params: {} });
  expect(await refusalOf(ask("desk", "loans"))).toMatchObject({ kind: "forbidden", code: "reports-forbidden" });
  expect(await refusalOf(ask("librarian", "none"))).toMatchObject({ kind: "not-found", code: "unknown-report" });
  expect(() => listReports(library.as("desk"), plugins)).toThrow("does not read reports");
  expect(listReports(library.as("trustee"), plugins)).toMatchObject([{ id: "loans", title: "Loans" }]);
});
