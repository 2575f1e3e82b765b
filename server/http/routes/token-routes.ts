import { Router } from "express";
import { createToken, revokeToken } from "../../domain/users/api-tokens.ts";
import { onlyMembers, optionalTexts, textOf } from "../answers/body-values.ts";
import { idOf } from "../answers/request-address.ts";
import { sendShortList } from "../answers/short-list.ts";
import type { CreatedTokenBody } from "../api-types.ts";
import type { HttpDeps } from "../http-deps.ts";
import { jsonBody } from "../json-body.ts";
import { adminFrom, requireAdmin } from "../sign-in/who-asks.ts";

/** `/api/tokens`: the tokens of machines, for the administrator. */
export function tokenRoutes({ people, office }: HttpDeps): Router {
  const router = Router();

  router.get("/tokens", requireAdmin, async (request, response) => {
    const rows = await people.tokens.all();
    const { timeZone } = office.registry.office();
    sendShortList(request, response, { name: "tokens", rows, fields: tokenFields, searched: ["name"], timeZone });
  });

  router.post("/tokens", requireAdmin, async (request, response) => {
    const body = jsonBody(request);
    onlyMembers(body, ["name", "roles"]);
    const { token, secret } = await createToken(people, {
      name: textOf(body, "name"),
      roles: optionalTexts(body, "roles") ?? [],
      createdBy: adminFrom(response).principal.id,
    });
    response.locals.isShownOnce = true;
    const answer: CreatedTokenBody = { ...token, token: secret };
    response.status(201).json(answer);
  });

  router.delete("/tokens/:id", requireAdmin, async (request, response) => {
    response.json(await revokeToken(people, idOf(request)));
  });

  return router;
}

/** What tokens can be filtered and sorted by. */
const tokenFields = {
  id: "text",
  name: "text",
  roles: "text",
  createdBy: "text",
  createdAt: "instant",
  lastUsedAt: "instant",
  revokedAt: "instant",
} as const;
