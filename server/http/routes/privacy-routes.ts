import { Router } from "express";
import { describeRetention, previewRetention } from "../../domain/privacy/describe-retention.ts";
import { erasePerson, previewErasure } from "../../domain/privacy/erase-person.ts";
import { startRetention } from "../../domain/privacy/run-retention.ts";
import { addressOf } from "../answers/request-address.ts";
import { sendBulk } from "../answers/send-bulk.ts";
import type { HttpDeps } from "../http-deps.ts";
import { jsonBody } from "../json-body.ts";
import { callerFrom } from "../sign-in/who-asks.ts";

/**
 * `/api/{type}/{id}/erase`: what would be erased of a person, and erasing them; `/api/retention`: the rules that do so by
 * themselves, what they would erase and have erased. For the administrator.
 */
export function privacyRoutes(deps: HttpDeps): Router {
  const router = Router();

  router.get("/:type/:id/erase", async (request, response) => {
    response.json(await previewErasure(deps, callerFrom(response), addressOf(request)));
  });

  router.post("/:type/:id/erase", async (request, response) => {
    const confirm = jsonBody(request)["confirm"] === true;
    response.json(await erasePerson(deps, callerFrom(response), { ...addressOf(request), confirm }));
  });

  router.get("/retention", async (_request, response) => {
    response.json(await describeRetention(deps, callerFrom(response)));
  });

  router.get("/retention/preview", async (_request, response) => {
    response.json(await previewRetention(deps, callerFrom(response)));
  });

  router.post("/retention/runs", async (request, response) => {
    const caller = callerFrom(response);
    const confirm = jsonBody(request)["confirm"] === true;
    await sendBulk(request, response, {
      ...(await startRetention(deps, caller, { confirm })),
      language: caller.language,
    });
  });

  return router;
}
