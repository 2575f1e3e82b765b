import { Router } from "express";
import { changePassword } from "../../domain/users/change-password.ts";
import { changeUser, type UserPatch } from "../../domain/users/change-user.ts";
import { forgottenPassword } from "../../domain/users/forgotten-password.ts";
import { openLink, redeemLink } from "../../domain/users/links.ts";
import { signIn } from "../../domain/users/sign-in.ts";
import type { User } from "../../domain/users/user.ts";
import { signedOut, wrongPassword } from "../../domain/users/user-errors.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import { languageOf, onlyMembers, optionalText, textOf } from "../answers/body-values.ts";
import type { SignInBody } from "../api-types.ts";
import type { HttpDeps } from "../http-deps.ts";
import { jsonBody } from "../json-body.ts";
import type { KnownUsers } from "../sign-in/known-users.ts";
import { limitTries } from "../sign-in/rate-limits.ts";
import { sessionCookie } from "../sign-in/session-cookie.ts";
import { endSession, startSession } from "../sign-in/sessions.ts";
import { requireSignIn } from "../sign-in/who-asks.ts";

/** `/api/auth/…` and `/api/me`: signing in and out, one-time links, one's own account. */
export function authRoutes(deps: HttpDeps, known: KnownUsers): Router {
  const router = Router();
  const tries = limitTries();
  addSignIn(router, deps, tries);
  addLinks(router, { ...deps, known }, tries);
  addOwnAccount(router, deps, known);
  return router;
}

type Tries = ReturnType<typeof limitTries>;

function addSignIn(router: Router, { people, isLocked }: HttpDeps, tries: Tries): void {
  router.post("/auth/login", ...tries, async (request, response) => {
    const body = jsonBody(request);
    const user = await signIn(people, { email: textOf(body, "email"), password: textOf(body, "password") });
    if (isLocked(user.id)) throw wrongPassword();
    await startSession(request, user);
    response.json(signInBody(user));
  });

  router.post("/auth/logout", async (request, response) => {
    await endSession(request);
    response.clearCookie(sessionCookie, { path: "/" }).status(204).end();
  });

  router.get("/auth/me", (_request, response) => {
    const { caller, user } = response.locals;
    if (!caller) throw signedOut();
    const { id, name, roles } = caller.principal;
    response.json(user ? signInBody(user) : { user: { id, name, email: "", roles, language: null } });
  });
}

function addLinks(
  router: Router,
  { people, logger, known }: HttpDeps & { readonly known: KnownUsers },
  tries: Tries,
): void {
  router.get("/auth/links/:token", ...tries, async (request, response) => {
    response.json(await openLink(people, String(request.params["token"])));
  });

  router.post("/auth/links/:token", ...tries, async (request, response) => {
    const body = jsonBody(request);
    const [email, name] = [optionalText(body, "email"), optionalText(body, "name")];
    const user = await redeemLink(people, String(request.params["token"]), {
      password: textOf(body, "password"),
      ...(email !== undefined && { email }),
      ...(name !== undefined && { name }),
    });
    known.changed(user.id);
    await startSession(request, user);
    response.json(signInBody(user));
  });

  router.post("/auth/forgotten", ...tries, (request, response) => {
    const email = textOf(jsonBody(request), "email");
    forgottenPassword(people, email).catch((error: unknown) =>
      logger.error({ err: error, requestId: request.id }, "reset mail not sent"),
    );
    response.status(202).json({});
  });
}

function addOwnAccount(router: Router, { people }: HttpDeps, known: KnownUsers): void {
  router.put("/me", requireSignIn, async (request, response) => {
    const body = jsonBody(request);
    onlyMembers(body, ["name", "language", "currentPassword", "password"]);
    const own = ownUser(response.locals.user);
    const password = optionalText(body, "password");
    const patch = ownPatch(body);
    if (Object.keys(patch).length > 0) await changeUser(people, own.id, { patch });
    if (password !== undefined) {
      const currentPassword = optionalText(body, "currentPassword") ?? "";
      const user = await changePassword(people, own.id, { currentPassword, password });
      known.changed(user.id);
      await startSession(request, user);
    }
    known.changed(own.id);
    response.json(signInBody((await known.get(own.id)) ?? own));
  });
}

/** A machine's token has no account of its own. */
function ownUser(user: User | undefined): User {
  if (!user) throw signedOut();
  return user;
}

function ownPatch(body: JsonObject): UserPatch {
  const name = optionalText(body, "name");
  return { ...(name !== undefined && { name }), ...languageOf(body) };
}

function signInBody({ id, name, email, roles, language }: User): SignInBody {
  return { user: { id, name, email, roles, language } };
}
