import { Router } from "express";
import { printedReport } from "../../domain/exporting/printed-report.ts";
import { reportTable } from "../../domain/exporting/report-table.ts";
import { findMatches } from "../../domain/matching/find-matches.ts";
import { listReports } from "../../domain/reports/list-reports.ts";
import { runReport } from "../../domain/reports/run-report.ts";
import { localDay } from "../../engine/time/calendar.ts";
import { inLanguage } from "../../plugin-api/text.ts";
import { queryInteger, queryParams, queryText } from "../answers/list-query.ts";
import { recordReads } from "../answers/record-reads.ts";
import { addressOf, idOf } from "../answers/request-address.ts";
import { sendTable } from "../answers/send-table.ts";
import type { HttpDeps } from "../http-deps.ts";
import { callerFrom } from "../sign-in/who-asks.ts";

/** `/api/reports/…` and `/api/{type}/{id}/matches`: what the plugins compute. */
export function reportRoutes(deps: HttpDeps): Router {
  const { office, plugins, tables } = deps;
  const router = Router();

  router.get("/reports", (_request, response) => {
    response.json(listReports(callerFrom(response), plugins));
  });

  router.get("/reports/:id", async (request, response) => {
    const caller = callerFrom(response);
    const report = await runReport(office, caller, {
      plugins,
      id: idOf(request),
      params: queryParams(request, ["format", "language"]),
    });
    const format = queryText(request, "format") ?? "json";
    if (format === "json") {
      response.json(report);
      return;
    }
    const name = `${report.id}-${report.from}-${report.to}`;
    const { language } = caller;
    if (format === "pdf") {
      response.attachment(`${name}.pdf`).type("application/pdf");
      const { name: officeName, timeZone } = office.registry.office();
      const today = localDay(office.clock.now(), timeZone);
      const document = printedReport(report, { language, officeName: inLanguage(officeName, language), today });
      await tables.print(document, response);
      return;
    }
    await sendTable(response, tables, { table: reportTable(report, language), format, name, language });
  });

  router.get("/:type/:id/matches", async (request, response) => {
    const caller = callerFrom(response);
    const limit = queryInteger(request, "limit", { usual: 20, from: 1, to: 100 });
    const matches = await findMatches(office, caller, { plugins, ...addressOf(request), limit });
    await recordReads(deps, caller, { how: "matches", records: [addressOf(request), ...matches] });
    response.json(matches);
  });

  return router;
}
