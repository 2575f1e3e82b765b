import { Router } from "express";
import { wrongSort } from "../../domain/records/lists/list-errors.ts";
import { listViews } from "../../domain/views/list-views.ts";
import { removeView } from "../../domain/views/remove-view.ts";
import { saveView } from "../../domain/views/save-view.ts";
import type { SavedView } from "../../domain/views/saved-view.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import { onlyMembers, optionalFlag, optionalObject, optionalTexts, textOf } from "../answers/body-values.ts";
import { queryText } from "../answers/list-query.ts";
import { idOf } from "../answers/request-address.ts";
import type { ViewBody } from "../api-types.ts";
import type { HttpDeps } from "../http-deps.ts";
import { jsonBody } from "../json-body.ts";
import { callerFrom } from "../sign-in/who-asks.ts";

/** `/api/views`: lists as people like to see them, their own and the office's. */
export function viewRoutes({ office, people, views }: HttpDeps): Router {
  const router = Router();

  router.get("/views", async (request, response) => {
    const caller = callerFrom(response);
    const found = await listViews(office, caller, { views, type: queryText(request, "type") ?? "" });
    const names = new Map((await people.users.all()).map(({ id, name }) => [id, name]));
    const answer = found.map((view) => viewBody(view, caller.principal.id, names.get(view.ownerId)));
    response.json(answer);
  });

  router.post("/views", async (request, response) => {
    const caller = callerFrom(response);
    const body = jsonBody(request);
    onlyMembers(body, ["type", "name", "filter", "sort", "columns", "shared"]);
    const view = await saveView(office, caller, {
      views,
      view: {
        type: textOf(body, "type"),
        name: textOf(body, "name"),
        filter: optionalObject(body, "filter") ?? {},
        sort: sortOf(body),
        columns: optionalTexts(body, "columns") ?? null,
        shared: optionalFlag(body, "shared") ?? false,
      },
    });
    response.status(201).json(viewBody(view, caller.principal.id, caller.principal.name));
  });

  router.delete("/views/:id", async (request, response) => {
    const caller = callerFrom(response);
    const view = await removeView(views, caller, idOf(request));
    response.json(viewBody(view, caller.principal.id, undefined));
  });

  return router;
}

function viewBody({ ownerId, ...view }: SavedView, readerId: string, owner: string | undefined): ViewBody {
  return { ...view, mine: ownerId === readerId, owner: owner ?? null };
}

/** @throws DomainError `wrong-sort`. */
function sortOf(body: JsonObject): SavedView["sort"] {
  const sort = optionalTexts(body, "sort");
  if (!sort) return null;
  const [field, order] = sort;
  if (field === undefined || (order !== "ASC" && order !== "DESC")) throw wrongSort(sort.join(" "));
  return [field, order];
}
