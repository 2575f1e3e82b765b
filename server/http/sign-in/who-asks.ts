import type { NextFunction, Request, RequestHandler, Response } from "express";
import { type Caller, callerOf } from "../../domain/changes/caller.ts";
import type { Office } from "../../domain/changes/office.ts";
import type { Principal } from "../../domain/rights/rights.ts";
import { tokenOf } from "../../domain/users/api-tokens.ts";
import type { People } from "../../domain/users/people.ts";
import { personOf } from "../../domain/users/person-of.ts";
import type { User } from "../../domain/users/user.ts";
import { forbidden, signedOut } from "../../domain/users/user-errors.ts";
import type { Language } from "../../plugin-api/text.ts";
import { askedLanguage } from "../asked-language.ts";
import type { KnownUsers } from "./known-users.ts";
import type { SessionStore } from "./session-store.ts";

declare global {
  namespace Express {
    interface Locals {
      language: Language;
      /** Absent for whoever is not signed in. */
      caller?: Caller;
      user?: User;
    }
  }
}

interface WhoAsksDeps {
  readonly office: Office;
  readonly people: People;
  readonly sessions: SessionStore;
  readonly known: KnownUsers;
}

/** Finds out who asks: a machine by its token, a person by their session. Refuses nobody. */
export function whoAsks(deps: WhoAsksDeps): RequestHandler {
  return async (request, response, next) => {
    const isMachine = request.headers.authorization !== undefined;
    const machine = isMachine ? await machineOf(request, deps.people) : null;
    const user = isMachine ? null : await userOf(request, deps);
    response.locals.language =
      askedLanguage(request) ?? user?.language ?? deps.office.registry.office().languages[0] ?? "fr";
    const principal = machine ?? (user && personOf(user));
    if (principal) {
      const caller = callerOf(deps.office, principal, response.locals.language);
      response.locals.caller = { ...caller, requestId: request.id };
    }
    if (user) response.locals.user = user;
    next();
  };
}

async function machineOf(request: Request, people: People): Promise<Principal | null> {
  const secret = /^Bearer ([\w-]{10,200})$/i.exec(request.headers.authorization ?? "")?.[1];
  const token = secret === undefined ? null : await tokenOf(people, secret);
  return token && { id: token.id, name: token.name, roles: token.roles, fields: {}, kind: "token" };
}

async function userOf(request: Request, { sessions, known }: WhoAsksDeps): Promise<User | null> {
  const session = await sessions.of(request);
  if (session?.userId === undefined) return null;
  const user = await known.ofSession(session.userId, session.epoch);
  return user?.status === "active" && user.epoch === session.epoch ? user : null;
}

/** Whoever is signed in. @throws DomainError `signed-out`. */
export function callerFrom(response: Response): Caller {
  const { caller } = response.locals;
  if (!caller) throw signedOut();
  return caller;
}

/** @throws DomainError `signed-out`, or `forbidden` for anybody but an administrator. */
export function adminFrom(response: Response): Caller {
  const caller = callerFrom(response);
  if (!caller.principal.roles.includes("admin")) throw forbidden();
  return caller;
}

/** Middleware. @throws DomainError `signed-out`. */
export function requireSignIn(_request: Request, response: Response, next: NextFunction): void {
  callerFrom(response);
  next();
}

/** Middleware. @throws DomainError `signed-out`, `forbidden`. */
export function requireAdmin(_request: Request, response: Response, next: NextFunction): void {
  adminFrom(response);
  next();
}
