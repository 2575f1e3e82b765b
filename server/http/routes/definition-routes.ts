import { Router } from "express";
import { definitionVersions } from "../../domain/definitions/definition-versions.ts";
import type { DefinitionsDesk } from "../../domain/definitions/definitions-desk.ts";
import { createWorkflow } from "../../domain/definitions/workflows/create-workflow.ts";
import { diffDraft } from "../../domain/definitions/workflows/diff-draft.ts";
import { discardDraft } from "../../domain/definitions/workflows/discard-draft.ts";
import { lintDraft } from "../../domain/definitions/workflows/lint-draft.ts";
import { listWorkflows } from "../../domain/definitions/workflows/list-workflows.ts";
import { publishDraft } from "../../domain/definitions/workflows/publish-draft.ts";
import { readDraft } from "../../domain/definitions/workflows/read-draft.ts";
import { readWorkflow } from "../../domain/definitions/workflows/read-workflow.ts";
import { rehearseDraft } from "../../domain/definitions/workflows/rehearse-draft.ts";
import { rollbackWorkflow } from "../../domain/definitions/workflows/rollback-workflow.ts";
import { saveDraft } from "../../domain/definitions/workflows/save-draft.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import { onlyMembers, optionalFlag, optionalInteger, optionalObject, stringMap } from "../answers/body-values.ts";
import { basedOnAsked, definitionAsked } from "../answers/definition-body.ts";
import { idOf, versionOf } from "../answers/request-address.ts";
import type { HttpDeps } from "../http-deps.ts";
import { malformedValue } from "../http-errors.ts";
import { jsonBody } from "../json-body.ts";
import { callerFrom } from "../sign-in/who-asks.ts";

/** `/api/workflows/…`: definitions, their drafts and versions, for the administrator. */
export function definitionRoutes({ definitions: desk }: HttpDeps): Router {
  const router = Router();
  addDefinitions(router, desk);
  addDrafts(router, desk);
  addPublishing(router, desk);
  return router;
}

function addDefinitions(router: Router, desk: DefinitionsDesk): void {
  router.get("/workflows", async (_request, response) => {
    response.json(await listWorkflows(desk, callerFrom(response)));
  });
  router.post("/workflows", async (request, response) => {
    response.status(201).json(await createWorkflow(desk, callerFrom(response), { definition: jsonBody(request) }));
  });
  router.get("/workflows/:id", async (request, response) => {
    response.json(await readWorkflow(desk, callerFrom(response), { id: idOf(request) }));
  });
  router.get("/workflows/:id/versions", async (request, response) => {
    response.json(await definitionVersions(desk, callerFrom(response), { kind: "workflow", id: idOf(request) }));
  });
  router.get("/workflows/:id/versions/:version", async (request, response) => {
    response.json(await readWorkflow(desk, callerFrom(response), { id: idOf(request), version: versionOf(request) }));
  });
}

function addDrafts(router: Router, desk: DefinitionsDesk): void {
  router.get("/workflows/:id/draft", async (request, response) => {
    response.json(await readDraft(desk, callerFrom(response), idOf(request)));
  });
  router.put("/workflows/:id/draft", async (request, response) => {
    const asked = { id: idOf(request), definition: jsonBody(request), ...basedOnAsked(request) };
    response.json(await saveDraft(desk, callerFrom(response), asked));
  });
  router.delete("/workflows/:id/draft", async (request, response) => {
    const id = idOf(request);
    await discardDraft(desk, callerFrom(response), id);
    response.json({ id });
  });
  router.post("/workflows/:id/draft/lint", async (request, response) => {
    response.json(await lintDraft(desk, callerFrom(response), { id: idOf(request), ...definitionAsked(request) }));
  });
  router.post("/workflows/:id/draft/diff", async (request, response) => {
    response.json(await diffDraft(desk, callerFrom(response), { id: idOf(request), ...definitionAsked(request) }));
  });
  router.post("/workflows/:id/draft/rehearse", async (request, response) => {
    response.json(await rehearseDraft(desk, callerFrom(response), { id: idOf(request), ...definitionAsked(request) }));
  });
}

function addPublishing(router: Router, desk: DefinitionsDesk): void {
  router.post("/workflows/:id/publish", async (request, response) => {
    const body = jsonBody(request);
    onlyMembers(body, ["acknowledge", "mapping", "timers"]);
    const acknowledge = optionalFlag(body, "acknowledge") ?? false;
    const asked = { id: idOf(request), acknowledge, ...mappingOf(body), ...timersOf(body) };
    response.json(await publishDraft(desk, callerFrom(response), asked));
  });
  router.post("/workflows/:id/rollback", async (request, response) => {
    const body = jsonBody(request);
    onlyMembers(body, ["version", "mapping", "timers"]);
    const version = optionalInteger(body, "version");
    const asked = {
      id: idOf(request),
      ...(version !== undefined && { version }),
      ...mappingOf(body),
      ...timersOf(body),
    };
    response.json(await rollbackWorkflow(desk, callerFrom(response), asked));
  });
}

function mappingOf(body: JsonObject): { readonly mapping?: { readonly [stage: string]: string } } {
  const mapping = optionalObject(body, "mapping");
  return mapping ? { mapping: stringMap(mapping, "mapping") } : {};
}

function timersOf(body: JsonObject): { readonly timers?: { readonly [stage: string]: "from-now" | "from-stage" } } {
  const timers = optionalObject(body, "timers");
  if (!timers) return {};
  const choices = Object.entries(timers).map(([stage, choice]) => {
    if (choice === "from-now" || choice === "from-stage") return [stage, choice] as const;
    throw malformedValue("timers", {
      fr: "« from-now » ou « from-stage » par étape",
      en: '"from-now" or "from-stage" by stage',
    });
  });
  return { timers: Object.fromEntries(choices) };
}
