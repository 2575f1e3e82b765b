import { type Request, Router } from "express";
import type { IncidentQuery } from "../../domain/incidents/incident-store.ts";
import { listIncidents } from "../../domain/incidents/list-incidents.ts";
import { type Decided, resolveIncident, resolveKind } from "../../domain/incidents/resolve-incidents.ts";
import { unknownFilter, wrongSort } from "../../domain/records/lists/list-errors.ts";
import type { Json } from "../../plugin-api/json.ts";
import { optionalFlag, optionalText, textOf } from "../answers/body-values.ts";
import { ownListQuery, setContentRange } from "../answers/list-query.ts";
import { pageOf } from "../answers/page-of.ts";
import { idOf } from "../answers/request-address.ts";
import type { ResolvedIncident, ResolvedKind } from "../api-types.ts";
import type { HttpDeps } from "../http-deps.ts";
import { jsonBody } from "../json-body.ts";
import { adminFrom } from "../sign-in/who-asks.ts";

const decisions: { readonly [verb: string]: Decided } = { retry: "retried", dismiss: "dismissed" };
const filters: ReadonlySet<string> = new Set(["kind", "recordId", "resolved"]);

/** `/api/incidents`: what failed for good, for the administrator to retry or to dismiss. */
export function incidentRoutes(deps: HttpDeps): Router {
  const router = Router();

  router.get("/incidents", async (request, response) => {
    const caller = adminFrom(response);
    const query = incidentQuery(request);
    const { rows, total } = await listIncidents(deps, caller, query);
    setContentRange(response, "incidents", { from: query.offset, rows: rows.length, total });
    response.json(rows);
  });

  for (const [verb, how] of Object.entries(decisions)) {
    router.post(`/incidents/${verb}`, async (request, response) => {
      const caller = adminFrom(response);
      const kind = textOf(jsonBody(request), "kind");
      const answer: ResolvedKind = { kind, resolved: await resolveKind(deps, caller, { kind, how }) };
      response.json(answer);
    });

    router.post(`/incidents/:id/${verb}`, async (request, response) => {
      const id = idOf(request);
      const resolution = await resolveIncident(deps, adminFrom(response), { id, how });
      const answer: ResolvedIncident = { id, resolution };
      response.json(answer);
    });
  }

  return router;
}

/** The only order that there is. */
function isNewestFirst(sort: Json): boolean {
  return Array.isArray(sort) && sort.length === 2 && sort[0] === "failedAt" && sort[1] === "DESC";
}

function incidentQuery(request: Request): IncidentQuery {
  const { filter, sort, range } = ownListQuery(request);
  if (sort !== undefined && !isNewestFirst(sort)) throw wrongSort(String(sort));
  const unknown = Object.keys(filter).find((key) => !filters.has(key));
  if (unknown !== undefined) throw unknownFilter(unknown);
  const kind = optionalText(filter, "kind");
  const recordId = optionalText(filter, "recordId");
  return {
    resolved: optionalFlag(filter, "resolved") ?? false,
    ...(kind !== undefined && { kind }),
    ...(recordId !== undefined && { recordId }),
    ...pageOf(range),
  };
}
