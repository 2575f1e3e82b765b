import { Router } from "express";
import type { ApiToken } from "../../domain/users/api-token.ts";
import { createToken, revokeToken } from "../../domain/users/api-tokens.ts";
import { changeUser, type UserPatch } from "../../domain/users/change-user.ts";
import { inviteUser } from "../../domain/users/invite-user.ts";
import { mailLink } from "../../domain/users/mail-link.ts";
import type { User } from "../../domain/users/user.ts";
import { unknownUser } from "../../domain/users/user-errors.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import {
  onlyMembers,
  optionalFlag,
  optionalInteger,
  optionalObject,
  optionalText,
  optionalTexts,
  textOf,
} from "../answers/body-values.ts";
import { sendShortList } from "../answers/short-list.ts";
import type { CreatedTokenBody, InvitedUserBody, ResetLinkBody, StaffMember, UserBody } from "../api-types.ts";
import type { HttpDeps } from "../http-deps.ts";
import { jsonBody } from "../json-body.ts";
import { adminFrom, type KnownUsers, requireAdmin, requireSignIn } from "../sign-in/who-asks.ts";
import { languageOf } from "./auth-routes.ts";

/** `/api/users`, `/api/tokens` for the administrator, `/api/staff` for everyone of the office. */
export function usersRoutes({ people, office }: HttpDeps, known: KnownUsers): Router {
  const router = Router();

  router.get("/staff", requireSignIn, async (_request, response) => {
    const staffRoles = new Set(
      office.registry
        .office()
        .roles.filter((role) => role.staff)
        .map((role) => role.id),
    );
    const members = (await people.users.all()).filter(
      (user) => user.status === "active" && user.roles.some((role) => staffRoles.has(role)),
    );
    response.json(members.map(({ id, name, roles }): StaffMember => ({ id, name, roles })));
  });

  router.get("/users", requireAdmin, async (request, response) => {
    const rows = (await people.users.all()).map(userBody);
    sendShortList(request, response, { name: "users", rows, fields: accountMembers, searched: ["name", "email"] });
  });

  router.get("/users/:id", requireAdmin, async (request, response) => {
    const user = await people.users.get(String(request.params["id"]));
    if (!user) throw unknownUser();
    response.json(userBody(user));
  });

  router.post("/users", requireAdmin, async (request, response) => {
    const body = jsonBody(request);
    onlyMembers(body, ["email", "name", "roles", "language", "fields"]);
    const fields = optionalObject(body, "fields");
    const { user, link } = await inviteUser(people, {
      email: textOf(body, "email"),
      name: textOf(body, "name"),
      roles: optionalTexts(body, "roles") ?? [],
      ...languageOf(body),
      ...(fields && { fields }),
    });
    if (link !== null) response.locals.isShownOnce = true;
    const answer: InvitedUserBody = { ...userBody(user), ...(link !== null && { link }) };
    response.status(201).json(answer);
  });

  router.put("/users/:id", requireAdmin, async (request, response) => {
    const body = jsonBody(request);
    onlyMembers(body, accountMembers);
    const basedOn = optionalInteger(body, "version");
    const user = await changeUser(people, String(request.params["id"]), {
      patch: patchOf(body),
      ...(basedOn !== undefined && { basedOn }),
    });
    known.changed(user.id);
    response.json(userBody(user));
  });

  router.post("/users/:id/reset-link", requireAdmin, async (request, response) => {
    const account = await people.users.account(String(request.params["id"]));
    if (!account) throw unknownUser();
    const { id } = account.user;
    const sent = await mailLink(people, account.passwordHash === null ? "invitation" : "reset", account.user);
    if (sent.link !== null) response.locals.isShownOnce = true;
    const answer: ResetLinkBody = { id, ...sent };
    response.json(answer);
  });

  router.get("/tokens", requireAdmin, async (request, response) => {
    const rows = await people.tokens.all();
    sendShortList(request, response, { name: "tokens", rows, fields: tokenMembers, searched: ["name"] });
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
    response.json(await revokeToken(people, String(request.params["id"])));
  });

  return router;
}

/** An account as it is answered: back with it comes what cannot be changed. */
const accountMembers: readonly (keyof UserBody)[] = [
  "id",
  "email",
  "name",
  "roles",
  "status",
  "language",
  "fields",
  "version",
  "createdAt",
  "updatedAt",
  "disabled",
];

const tokenMembers: readonly (keyof ApiToken)[] = [
  "id",
  "name",
  "roles",
  "createdBy",
  "createdAt",
  "lastUsedAt",
  "revokedAt",
];

function patchOf(body: JsonObject): UserPatch {
  const email = optionalText(body, "email");
  const name = optionalText(body, "name");
  const roles = optionalTexts(body, "roles");
  const fields = optionalObject(body, "fields");
  const disabled = optionalFlag(body, "disabled");
  return {
    ...(email !== undefined && { email }),
    ...(name !== undefined && { name }),
    ...(roles && { roles }),
    ...(fields && { fields }),
    ...(disabled !== undefined && { disabled }),
    ...languageOf(body),
  };
}

function userBody(user: User): UserBody {
  const { epoch: _epoch, ...shown } = user;
  return { ...shown, disabled: user.status === "disabled" };
}
