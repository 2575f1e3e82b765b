import { Router } from "express";
import { assignMany } from "../../domain/cases/assign-many.ts";
import { caseTimers } from "../../domain/cases/case-timers.ts";
import { explainActions } from "../../domain/cases/explain-actions.ts";
import { caseloadOf, handOver } from "../../domain/cases/hand-over.ts";
import { loadCase } from "../../domain/cases/load-case.ts";
import { sendEvent } from "../../domain/cases/send-event.ts";
import { sendEventToMany } from "../../domain/cases/send-event-to-many.ts";
import { recordLinks } from "../../domain/records/record-links.ts";
import { caseTasks } from "../../domain/tasks/case-tasks.ts";
import { bulkOfType } from "../answers/bulk-of-type.ts";
import { recordReads } from "../answers/record-reads.ts";
import { addressOf, idOf } from "../answers/request-address.ts";
import { sendBulk } from "../answers/send-bulk.ts";
import { sendRecord } from "../answers/send-record.ts";
import { keyOf, writeBody } from "../answers/write-body.ts";
import type { HttpDeps } from "../http-deps.ts";
import { callerFrom } from "../sign-in/who-asks.ts";

/** What cases have beside the routes of records: events, next steps, timers, tasks, links. */
export function caseRoutes(deps: HttpDeps): Router {
  const { office } = deps;
  const router = Router();

  router.post("/:type/events", bulkOfType(office, sendEventToMany));

  router.post("/:type/assignments", bulkOfType(office, assignMany));

  router.get("/staff/:id/hand-over", async (request, response) => {
    response.json({ open: await caseloadOf(office, callerFrom(response), idOf(request)) });
  });

  router.post("/staff/:id/hand-over", async (request, response) => {
    const caller = callerFrom(response);
    const from = idOf(request);
    const body = await writeBody(request, response, () => undefined);
    const bulk = await handOver(office, caller, { from, body, ...keyOf(request) });
    await sendBulk(request, response, { ...bulk, language: caller.language });
  });

  router.post("/:type/:id/events", async (request, response) => {
    const caller = callerFrom(response);
    const address = addressOf(request);
    const body = await writeBody(request, response, () => loadCase(office, caller, address));
    sendRecord(response, await sendEvent(office, caller, { ...address, body, ...keyOf(request) }));
  });

  router.get("/:type/:id/actions", async (request, response) => {
    response.json(await explainActions(office, callerFrom(response), addressOf(request)));
  });

  router.get("/:type/:id/timers", async (request, response) => {
    response.json(await caseTimers(office, callerFrom(response), addressOf(request)));
  });

  router.get("/:type/:id/tasks", async (request, response) => {
    response.json(await caseTasks(office, callerFrom(response), addressOf(request)));
  });

  router.get("/:type/:id/links", async (request, response) => {
    const caller = callerFrom(response);
    const address = addressOf(request);
    const links = await recordLinks(office, caller, address);
    await recordReads(deps, caller, { how: "record", records: [address] });
    response.json(links);
  });

  return router;
}
