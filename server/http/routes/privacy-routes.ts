import { Router } from "express";
import { erasePerson, previewErasure } from "../../domain/privacy/erase-person.ts";
import type { HttpDeps } from "../http-deps.ts";
import { jsonBody } from "../json-body.ts";
import { callerFrom } from "../sign-in/who-asks.ts";
import { addressOf } from "./record-routes.ts";

/** `/api/{type}/{id}/erase`: what would be erased of a person, and erasing them, for the administrator. */
export function privacyRoutes(deps: HttpDeps): Router {
  const router = Router();

  router.get("/:type/:id/erase", async (request, response) => {
    response.json(await previewErasure(deps, callerFrom(response), addressOf(request)));
  });

  router.post("/:type/:id/erase", async (request, response) => {
    const confirm = jsonBody(request)["confirm"] === true;
    response.json(await erasePerson(deps, callerFrom(response), { ...addressOf(request), confirm }));
  });

  return router;
}
