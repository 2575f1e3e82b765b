import { Router } from "express";
import type { ReadQuery } from "../../domain/audit/read-log.ts";
import { expectedValues, suits } from "../../domain/records/lists/filter-value.ts";
import { unknownFilter, wrongFilter, wrongSort } from "../../domain/records/lists/list-errors.ts";
import { endOfDay, instantOf, isDate, startOfDay } from "../../engine/time/calendar.ts";
import type { Json } from "../../plugin-api/json.ts";
import { ownListQuery, setContentRange } from "../answers/list-query.ts";
import { namesOf } from "../answers/names-of.ts";
import { pageOf } from "../answers/page-of.ts";
import type { ReadBody } from "../api-types.ts";
import type { HttpDeps } from "../http-deps.ts";
import { adminFrom } from "../sign-in/who-asks.ts";

/** Of instants, how the office's day begins or ends the period. */
const filters: ReadonlyMap<string, { readonly name: keyof ReadQuery; readonly bound?: typeof endOfDay }> = new Map([
  ["actorId", { name: "actorId" }],
  ["type", { name: "type" }],
  ["recordId", { name: "recordId" }],
  ["how", { name: "how" }],
  ["at_gte", { name: "from", bound: startOfDay }],
  ["at_lte", { name: "to", bound: endOfDay }],
]);

/** `GET /api/audit/reads`: who read whose file, for the administrator. */
export function auditRoutes({ readLog, office }: HttpDeps): Router {
  const router = Router();
  router.get("/audit/reads", async (request, response) => {
    const caller = adminFrom(response);
    const query = readQuery(ownListQuery(request), office.registry.office().timeZone);
    const { rows, total } = await readLog.list(query);
    const read = rows.map(({ type, recordId }) => ({ type, id: recordId }));
    const names = await namesOf(office, caller, read);
    setContentRange(response, "reads", { from: query.offset, rows: rows.length, total });
    response.json(rows.map((row): ReadBody => ({ ...row, displayName: names.get(row.recordId) ?? null })));
  });
  return router;
}

function readQuery({ filter, sort, range }: ReturnType<typeof ownListQuery>, timeZone: string): ReadQuery {
  const wanted = Object.entries(filter).map(([key, value]) => {
    const { name, bound } = filters.get(key) ?? {};
    if (name === undefined) throw unknownFilter(key);
    const kind = bound === undefined ? "text" : "instant";
    if (typeof value !== "string" || !suits(kind, value)) throw wrongFilter(key, expectedValues[kind]);
    if (bound === undefined) return [name, value] as const;
    return [name, isDate(value) ? bound(value, timeZone) : instantOf(value, timeZone)] as const;
  });
  return { ...Object.fromEntries(wanted), direction: directionOf(sort), ...pageOf(range) };
}

function directionOf(sort: Json | undefined): "ASC" | "DESC" {
  if (sort === undefined) return "DESC";
  const [field, direction] = Array.isArray(sort) && sort.length === 2 ? sort : [];
  if ((field === "at" || field === "id") && (direction === "ASC" || direction === "DESC")) return direction;
  throw wrongSort(String(field ?? sort));
}
