import { type Request, Router } from "express";
import { definitionVersions } from "../../domain/definitions/definition-versions.ts";
import { putOffice } from "../../domain/definitions/put-office.ts";
import { readOffice } from "../../domain/definitions/read-office.ts";
import { diffRecordType } from "../../domain/definitions/record-types/diff-record-type.ts";
import { lintRecordType } from "../../domain/definitions/record-types/lint-record-type.ts";
import { listRecordTypes } from "../../domain/definitions/record-types/list-record-types.ts";
import { putRecordType } from "../../domain/definitions/record-types/put-record-type.ts";
import { readRecordType } from "../../domain/definitions/record-types/read-record-type.ts";
import { optionalFlag } from "../answers/body-values.ts";
import { basedOnAsked } from "../answers/definition-body.ts";
import { queryText } from "../answers/list-query.ts";
import { idOf, versionOf } from "../answers/request-address.ts";
import type { HttpDeps } from "../http-deps.ts";
import { jsonBody } from "../json-body.ts";
import { callerFrom } from "../sign-in/who-asks.ts";

/** `/api/record-types/…` and `/api/office/definition`, for the administrator. */
export function recordTypeRoutes({ definitions: desk }: HttpDeps): Router {
  const router = Router();

  router.get("/record-types", (_request, response) => {
    response.json(listRecordTypes(desk, callerFrom(response)));
  });
  router.get("/record-types/:id", async (request, response) => {
    response.json(await readRecordType(desk, callerFrom(response), { id: idOf(request) }));
  });
  router.put("/record-types/:id", async (request, response) => {
    const { acknowledge: _acknowledge, ...asked } = jsonBody(request);
    const { definition } = await putRecordType(desk, callerFrom(response), {
      id: idOf(request),
      definition: asked,
      acknowledge: acknowledged(request),
      ...basedOnAsked(request),
    });
    response.json(definition);
  });
  router.post("/record-types/:id/lint", async (request, response) => {
    response.json(await lintRecordType(desk, callerFrom(response), sent(request)));
  });
  router.post("/record-types/:id/diff", async (request, response) => {
    response.json(await diffRecordType(desk, callerFrom(response), sent(request)));
  });
  router.get("/record-types/:id/versions", async (request, response) => {
    response.json(await definitionVersions(desk, callerFrom(response), { kind: "record-type", id: idOf(request) }));
  });
  router.get("/record-types/:id/versions/:version", async (request, response) => {
    response.json(await readRecordType(desk, callerFrom(response), { id: idOf(request), version: versionOf(request) }));
  });

  router.get("/office/definition", (_request, response) => {
    response.json(readOffice(desk, callerFrom(response)));
  });
  router.put("/office/definition", async (request, response) => {
    const { definition } = await putOffice(desk, callerFrom(response), { definition: jsonBody(request) });
    response.json(definition);
  });

  return router;
}

/** Beside the definition, which has no such member, or in the address. */
function acknowledged(request: Request): boolean {
  return optionalFlag(jsonBody(request), "acknowledge") ?? queryText(request, "acknowledge") === "true";
}

function sent(request: Request) {
  return { id: idOf(request), definition: jsonBody(request) };
}
