import { type Request, type Response, Router } from "express";
import { DomainError } from "../../domain/domain-error.ts";
import { identityRefused, identityUnknown, identityUnreachable } from "../../domain/users/identity-errors.ts";
import type { IdentityProvider, PendingSignIn } from "../../domain/users/identity-provider.ts";
import { signInAs } from "../../domain/users/sign-in-as.ts";
import type { HttpDeps } from "../http-deps.ts";
import { unknownRoute } from "../http-errors.ts";
import type { KnownUsers } from "../sign-in/known-users.ts";
import { saveSession, startSession } from "../sign-in/sessions.ts";

declare module "express-session" {
  interface SessionData {
    /** Kept while the browser is away at the identity provider. */
    pendingSignIn: PendingSignIn;
  }
}

const callback = "/api/auth/oidc/callback";

/** `/api/auth/oidc`: to the identity provider and back. A browser comes here by itself: what fails leads to the sign-in page. */
export function oidcRoutes(deps: HttpDeps, known: KnownUsers): Router {
  const { people, identity, isLocked, site, logger } = deps;
  const router = Router();
  const failed = (request: Request, response: Response, error: unknown) => {
    const isOurs = error instanceof DomainError;
    if (!isOurs) logger.warn({ err: error, requestId: request.id }, "the identity provider could not be asked");
    const { code } = (isOurs ? error : identityUnreachable()).details;
    response.redirect(303, `/login?problem=${code}`);
  };

  router.get("/auth/oidc", async (request, response) => {
    const provider = required(identity);
    try {
      const { url, pending } = await provider.begin(`${site.publicUrl()}${callback}`);
      request.session.pendingSignIn = pending;
      await saveSession(request);
      response.redirect(303, url);
    } catch (error) {
      failed(request, response, error);
    }
  });

  router.get("/auth/oidc/callback", async (request, response) => {
    const provider = required(identity);
    try {
      const pending = await takenFrom(request);
      const user = await signInAs(people, await provider.finish(pending, cameBackTo(request, pending)));
      if (isLocked(user.id)) throw identityUnknown();
      known.changed(user.id);
      await startSession(request, user);
      response.redirect(303, "/");
    } catch (error) {
      failed(request, response, error);
    }
  });

  return router;
}

function required(identity: IdentityProvider | null): IdentityProvider {
  if (identity === null) throw unknownRoute();
  return identity;
}

/** A question is answered once. */
async function takenFrom(request: Request): Promise<PendingSignIn> {
  const { pendingSignIn } = request.session;
  if (pendingSignIn === undefined) throw identityRefused();
  delete request.session.pendingSignIn;
  await saveSession(request);
  return pendingSignIn;
}

function cameBackTo(request: Request, { returnTo }: PendingSignIn): string {
  return `${returnTo}${new URL(request.originalUrl, returnTo).search}`;
}
