import { Router } from "express";
import { blockedCases } from "../../domain/cases/blocked-cases.ts";
import { board } from "../../domain/cases/board.ts";
import { myDay } from "../../domain/cases/my-day.ts";
import { describeOffice } from "../../domain/office/describe-office.ts";
import { searchEverything } from "../../domain/records/lists/search-everything.ts";
import { localDay } from "../../engine/time/calendar.ts";
import { listQuery, queryText } from "../answers/list-query.ts";
import { type ReadOf, recordReads } from "../answers/record-reads.ts";
import type { HttpDeps } from "../http-deps.ts";
import { callerFrom } from "../sign-in/who-asks.ts";

/** `/api/office`, `/api/search`, `/api/my-day`, `/api/boards/{workflow}`: what the first screens of the back office show. */
export function overviewRoutes(deps: HttpDeps): Router {
  const { office, plugins, sampleSignIns } = deps;
  const router = Router();

  router.get("/office", (_request, response) => {
    const { principal, rights, language } = callerFrom(response);
    const { id, name, roles } = principal;
    const email = response.locals.user?.email ?? "";
    const today = localDay(office.clock.now(), office.registry.office().timeZone);
    const reader = { rights, language, today, sample: sampleSignIns().length > 0, extensions: plugins };
    response.json(describeOffice(office.registry, { ...reader, user: { id, name, email, roles } }));
  });

  router.get("/search", async (request, response) => {
    const caller = callerFrom(response);
    const hits = await searchEverything(office, caller, queryText(request, "q") ?? "");
    await recordReads(deps, caller, { how: "search", records: hits.map((hit) => readOf(hit.type, hit)) });
    response.json(hits);
  });

  router.get("/my-day", async (_request, response) => {
    const caller = callerFrom(response);
    const day = await myDay(office, caller);
    const cases = [...day.due, ...day.late];
    await recordReads(deps, caller, { how: "list", records: cases.map((one) => readOf(String(one["type"]), one)) });
    response.json(day);
  });

  router.get("/my-day/blocked", async (_request, response) => {
    const caller = callerFrom(response);
    const blocked = await blockedCases(office, caller);
    await recordReads(deps, caller, { how: "list", records: blocked });
    response.json(blocked);
  });

  router.get("/boards/:type", async (request, response) => {
    const caller = callerFrom(response);
    const type = String(request.params["type"]);
    const { columns } = await board(office, caller, { type, filter: listQuery(request).filter });
    const cards = columns.flatMap(({ cards }) => cards);
    await recordReads(deps, caller, { how: "list", records: cards.map((card) => readOf(type, card)) });
    response.json({ columns });
  });

  return router;
}

function readOf(type: string, record: { readonly id?: unknown }): ReadOf {
  return { type, id: String(record.id) };
}
