import { Router } from "express";
import type { ReadQuery } from "../../domain/audit/read-log.ts";
import { unknownFilter, wrongSort } from "../../domain/records/lists/list-errors.ts";
import type { Json } from "../../plugin-api/json.ts";
import { ownListQuery, setContentRange } from "../answers/list-query.ts";
import { namesOf } from "../answers/names-of.ts";
import { pageOf } from "../answers/page-of.ts";
import type { ReadBody } from "../api-types.ts";
import type { HttpDeps } from "../http-deps.ts";
import { malformedValue } from "../http-errors.ts";
import { adminFrom } from "../sign-in/who-asks.ts";

const filters: ReadonlyMap<string, keyof ReadQuery> = new Map([
  ["actorId", "actorId"],
  ["type", "type"],
  ["recordId", "recordId"],
  ["how", "how"],
  ["at_gte", "from"],
  ["at_lte", "to"],
]);

/** `GET /api/audit/reads`: who read whose file, for the administrator. */
export function auditRoutes({ readLog, office }: HttpDeps): Router {
  const router = Router();
  router.get("/audit/reads", async (request, response) => {
    const caller = adminFrom(response);
    const query = readQuery(ownListQuery(request));
    const { rows, total } = await readLog.list(query);
    const read = rows.map(({ type, recordId }) => ({ type, id: recordId }));
    const names = await namesOf(office, caller, read);
    setContentRange(response, "reads", { from: query.offset, rows: rows.length, total });
    response.json(rows.map((row): ReadBody => ({ ...row, displayName: names.get(row.recordId) ?? null })));
  });
  return router;
}

function readQuery({ filter, sort, range }: ReturnType<typeof ownListQuery>): ReadQuery {
  const wanted = Object.entries(filter).map(([key, value]) => {
    const name = filters.get(key);
    if (name === undefined) throw unknownFilter(key);
    if (typeof value !== "string") throw malformedValue(key, { fr: "un texte", en: "a text" });
    return [name, value] as const;
  });
  return { ...Object.fromEntries(wanted), direction: directionOf(sort), ...pageOf(range) };
}

function directionOf(sort: Json | undefined): "ASC" | "DESC" {
  if (sort === undefined) return "DESC";
  const [field, direction] = Array.isArray(sort) ? sort : [];
  if ((field === "at" || field === "id") && (direction === "ASC" || direction === "DESC")) return direction;
  throw wrongSort(String(field));
}
