import { Router } from "express";
import { changeUser, type UserPatch } from "../../domain/users/change-user.ts";
import { inviteUser } from "../../domain/users/invite-user.ts";
import { mailLink } from "../../domain/users/mail-link.ts";
import type { User } from "../../domain/users/user.ts";
import { unknownUser } from "../../domain/users/user-errors.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import {
  languageOf,
  onlyMembers,
  optionalFlag,
  optionalInteger,
  optionalObject,
  optionalText,
  optionalTexts,
  textOf,
} from "../answers/body-values.ts";
import { idOf } from "../answers/request-address.ts";
import { sendShortList } from "../answers/short-list.ts";
import type { InvitedUserBody, ResetLinkBody, UserBody } from "../api-types.ts";
import type { HttpDeps } from "../http-deps.ts";
import { jsonBody } from "../json-body.ts";
import type { KnownUsers } from "../sign-in/known-users.ts";
import { requireAdmin } from "../sign-in/who-asks.ts";

/** `/api/users`: accounts, for the administrator. */
export function usersRoutes({ people, office }: HttpDeps, known: KnownUsers): Router {
  const router = Router();

  router.get("/users", requireAdmin, async (request, response) => {
    const rows = (await people.users.all()).map(userBody);
    const { timeZone } = office.registry.office();
    const searched = ["name", "email"] as const;
    sendShortList(request, response, { name: "users", rows, fields: accountFields, searched, timeZone });
  });

  router.get("/users/:id", requireAdmin, async (request, response) => {
    const user = await people.users.get(idOf(request));
    if (!user) throw unknownUser();
    response.json(userBody(user));
  });

  router.post("/users", requireAdmin, async (request, response) => {
    const { user, link } = await inviteUser(people, inviteeOf(jsonBody(request)));
    if (link !== null) response.locals.isShownOnce = true;
    const answer: InvitedUserBody = { ...userBody(user), ...(link !== null && { link }) };
    response.status(201).json(answer);
  });

  router.put("/users/:id", requireAdmin, async (request, response) => {
    const body = jsonBody(request);
    onlyMembers(body, accountMembers);
    const basedOn = optionalInteger(body, "version");
    const user = await changeUser(people, idOf(request), {
      patch: patchOf(body),
      ...(basedOn !== undefined && { basedOn }),
    });
    known.changed(user.id);
    response.json(userBody(user));
  });

  router.post("/users/:id/reset-link", requireAdmin, async (request, response) => {
    const account = await people.users.account(idOf(request));
    if (!account) throw unknownUser();
    const { id } = account.user;
    const sent = await mailLink(people, account.passwordHash === null ? "invitation" : "reset", account.user);
    if (sent.link !== null) response.locals.isShownOnce = true;
    const answer: ResetLinkBody = { id, ...sent };
    response.json(answer);
  });

  return router;
}

/** What accounts can be filtered and sorted by. */
const accountFields = {
  id: "text",
  email: "text",
  name: "text",
  roles: "text",
  status: "text",
  language: "text",
  version: "number",
  createdAt: "instant",
  updatedAt: "instant",
  disabled: "boolean",
} as const;

/** An account as it is answered: back with it comes what cannot be changed. */
const accountMembers: readonly string[] = [...Object.keys(accountFields), "fields"];

function inviteeOf(body: JsonObject): Parameters<typeof inviteUser>[1] {
  onlyMembers(body, ["email", "name", "roles", "language", "fields"]);
  const fields = optionalObject(body, "fields");
  return {
    email: textOf(body, "email"),
    name: textOf(body, "name"),
    roles: optionalTexts(body, "roles") ?? [],
    ...languageOf(body),
    ...(fields && { fields }),
  };
}

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
