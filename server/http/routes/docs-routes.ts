import { Router } from "express";
import type { HttpDeps } from "../http-deps.ts";
import { docsPage } from "../openapi/docs-page.ts";
import { openapiDocument } from "../openapi/openapi-document.ts";
import { callerFrom } from "../sign-in/who-asks.ts";

/** `/api/openapi.json` and the page that shows it. */
export function docsRoutes({ office }: HttpDeps): Router {
  const router = Router();
  router.get("/openapi.json", (_request, response) => {
    response.json(openapiDocument(office.registry, callerFrom(response)));
  });
  router.get("/docs", (_request, response) => {
    const document = openapiDocument(office.registry, callerFrom(response));
    response
      .type("html")
      .send(docsPage(document, { language: response.locals.language, nonce: response.locals.nonce }));
  });
  return router;
}
