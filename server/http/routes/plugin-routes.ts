import { Router } from "express";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { ShadowRequest } from "../../plugin-host/shadow/shadow-run.ts";
import { onlyMembers, optionalFlag, optionalObject, optionalText, textOf } from "../answers/body-values.ts";
import { queryText } from "../answers/list-query.ts";
import { namedShadowRun, recordsIn } from "../answers/named-shadow-run.ts";
import { recordReads } from "../answers/record-reads.ts";
import { idOf } from "../answers/request-address.ts";
import type { HttpDeps } from "../http-deps.ts";
import { malformedValue } from "../http-errors.ts";
import { jsonBody } from "../json-body.ts";
import { callerFrom, requireAdmin } from "../sign-in/who-asks.ts";

/** `/api/plugins/…`: what there is, what it brings, how it is set, for the administrator. */
export function pluginRoutes(deps: HttpDeps): Router {
  const { plugins, office } = deps;
  const router = Router();

  router.get("/plugins", requireAdmin, (_request, response) => {
    response.json(plugins.list(callerFrom(response).language));
  });
  router.put("/plugins/:id", requireAdmin, async (request, response) => {
    const { language } = callerFrom(response);
    const id = idOf(request);
    const body = jsonBody(request);
    // Whoever changes what was listed and sends the whole of it back is understood.
    const listed = plugins.list(language).find((one) => one.id === id);
    onlyMembers(body, ["enabled", "config", "version"], Object.keys(listed ?? {}));
    const enabled = optionalFlag(body, "enabled");
    const config = optionalObject(body, "config");
    const version = body["version"] === listed?.version ? undefined : optionalText(body, "version");
    const change = {
      ...(enabled !== undefined && { enabled }),
      ...(config && { config }),
      ...(version && { version }),
    };
    response.json(await plugins.configure(id, change, language));
  });
  router.delete("/plugins/:id", requireAdmin, async (request, response) => {
    await plugins.dismiss(idOf(request), { keepSettings: queryText(request, "settings") !== "forget" });
    response.sendStatus(204);
  });
  router.post("/plugins/:id/retry", requireAdmin, (request, response) => {
    response.json(plugins.retry(idOf(request), callerFrom(response).language));
  });
  router.post("/plugins/:id/shadow", requireAdmin, async (request, response) => {
    const caller = callerFrom(response);
    const run = await plugins.shadow(idOf(request), shadowRequest(jsonBody(request)), caller.language);
    await recordReads(deps, caller, { how: "list", records: recordsIn(run) });
    response.json(await namedShadowRun(office, caller, run));
  });
  router.get("/plugins/:id/impact", requireAdmin, async (request, response) => {
    response.json(await plugins.impact(idOf(request), callerFrom(response).language));
  });

  return router;
}

const shadowTexts = ["version", "beside", "past", "after"] as const;

function shadowRequest(body: JsonObject): ShadowRequest {
  onlyMembers(body, ["kind", "contribution", "config", ...shadowTexts]);
  const kind = textOf(body, "kind");
  if (kind !== "guard" && kind !== "matcher") {
    throw malformedValue("kind", { fr: "« guard » ou « matcher »", en: '"guard" or "matcher"' });
  }
  const config = optionalObject(body, "config");
  const texts = shadowTexts.flatMap((name) => {
    const text = optionalText(body, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  return { kind, contribution: textOf(body, "contribution"), ...(config && { config }), ...Object.fromEntries(texts) };
}
