import { Router } from "express";
import { caseTimers } from "../../domain/cases/case-timers.ts";
import { explainActions } from "../../domain/cases/explain-actions.ts";
import { loadCase } from "../../domain/cases/load-case.ts";
import { sendEvent } from "../../domain/cases/send-event.ts";
import { sendEventToMany } from "../../domain/cases/send-event-to-many.ts";
import { findType } from "../../domain/records/find-type.ts";
import { recordLinks } from "../../domain/records/record-links.ts";
import { caseTasks } from "../../domain/tasks/case-tasks.ts";
import { recordReads } from "../answers/record-reads.ts";
import { keyOf, writeBody } from "../answers/write-body.ts";
import type { HttpDeps } from "../http-deps.ts";
import { problemOf } from "../problem.ts";
import { callerFrom } from "../sign-in/who-asks.ts";
import { addressOf, sendRecord, typeOf } from "./record-routes.ts";

/** What cases have beside the routes of records: events, next steps, timers, tasks, links. */
export function caseRoutes(deps: HttpDeps): Router {
  const { office } = deps;
  const router = Router();

  router.post("/:type/events", async (request, response) => {
    const caller = callerFrom(response);
    const type = typeOf(request);
    const body = await writeBody(request, response, () => findType(office, type));
    const results = await sendEventToMany(office, caller, { type, body });
    response.json(
      results.map((result) =>
        "error" in result
          ? { id: result.id, ok: false, problem: problemOf(result.error, caller.language) }
          : { id: result.id, ok: true, record: result.case },
      ),
    );
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
