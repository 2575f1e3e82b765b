import { Router } from "express";
import {
  stopReportMails,
  subscribeToReport,
  subscriptionState,
  unsubscribeFromReport,
} from "../../domain/reports/subscribe-to-report.ts";
import { inLanguage } from "../../plugin-api/text.ts";
import { textOf } from "../answers/body-values.ts";
import { idOf } from "../answers/request-address.ts";
import type { StoppedMailBody } from "../api-types.ts";
import type { HttpDeps } from "../http-deps.ts";
import { jsonBody } from "../json-body.ts";
import { limitTries } from "../sign-in/rate-limits.ts";
import { callerFrom } from "../sign-in/who-asks.ts";

/** `/api/reports/{id}/subscription`: a report by e-mail each month; `/api/auth/report-mails/stop`: by the link of a mail. */
export function subscriptionRoutes({ subscriptions: desk }: HttpDeps): Router {
  const router = Router();

  router.post("/auth/report-mails/stop", ...limitTries(), async (request, response) => {
    const { reportId } = await stopReportMails(desk, textOf(jsonBody(request), "token"));
    const report = desk.plugins.reports().find(({ id }) => id === reportId);
    const answer: StoppedMailBody = { title: inLanguage(report?.title ?? reportId, response.locals.language) };
    response.json(answer);
  });

  router.get("/reports/:id/subscription", async (request, response) => {
    response.json(await subscriptionState(desk, callerFrom(response), idOf(request)));
  });
  router.put("/reports/:id/subscription", async (request, response) => {
    response.json(await subscribeToReport(desk, callerFrom(response), idOf(request)));
  });
  router.delete("/reports/:id/subscription", async (request, response) => {
    response.json(await unsubscribeFromReport(desk, callerFrom(response), idOf(request)));
  });

  return router;
}
