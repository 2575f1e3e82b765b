import { Router } from "express";
import { board } from "../../domain/overview/board.ts";
import { myDay } from "../../domain/overview/my-day.ts";
import { searchEverything } from "../../domain/overview/search-everything.ts";
import { listQuery, queryText } from "../answers/list-query.ts";
import { recordReads } from "../answers/record-reads.ts";
import type { HttpDeps } from "../http-deps.ts";
import { callerFrom } from "../sign-in/who-asks.ts";

/** `/api/search`, `/api/my-day`, `/api/boards/{workflow}`: what the first screens of the back office show. */
export function overviewRoutes(deps: HttpDeps): Router {
  const { office } = deps;
  const router = Router();

  router.get("/search", async (request, response) => {
    const caller = callerFrom(response);
    const hits = await searchEverything(office, caller, queryText(request, "q") ?? "");
    await recordReads(deps, caller, { how: "search", records: hits });
    response.json(hits);
  });

  router.get("/my-day", async (_request, response) => {
    response.json(await myDay(office, callerFrom(response)));
  });

  router.get("/boards/:type", async (request, response) => {
    const caller = callerFrom(response);
    const type = String(request.params["type"]);
    const columns = await board(office, caller, { type, filter: listQuery(request).filter });
    const records = columns.flatMap(({ cards }) => cards.map(({ id }) => ({ type, id })));
    await recordReads(deps, caller, { how: "list", records });
    response.json({ columns });
  });

  return router;
}
