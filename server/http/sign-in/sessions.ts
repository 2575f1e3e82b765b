import type { Request, RequestHandler } from "express";
import session from "express-session";
import type { User } from "../../domain/users/user.ts";
import { sessionCookie } from "./session-cookie.ts";

declare module "express-session" {
  interface SessionData {
    userId: string;
    /** The user's epoch at sign-in: a later one ends the session. */
    epoch: number;
  }
}

/** A working day: whoever signs in in the morning is not thrown out before the evening. */
const sessionMilliseconds = 12 * 3_600_000;

/**
 * The cookie of the browser's sign-in, for the routes where sessions begin and end. It is `Secure` wherever people come
 * over https.
 */
export function sessions(options: { readonly secret: string; readonly store: session.Store }): RequestHandler {
  return session({
    name: sessionCookie,
    secret: options.secret,
    store: options.store,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: "lax", secure: "auto", path: "/", maxAge: sessionMilliseconds },
  });
}

/** Starts a session under a new id, so that one planted before the sign-in is worth nothing. */
export async function startSession(request: Request, user: User): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error: unknown) => (error ? reject(error) : resolve()));
  });
  request.session.userId = user.id;
  request.session.epoch = user.epoch;
  await saveSession(request);
}

/** Keeps the session before the answer goes out: a browser follows a redirection without waiting for its end. */
export async function saveSession(request: Request): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.save((error: unknown) => (error ? reject(error) : resolve()));
  });
}

/** Forgets the session in the store; its cookie is worth nothing then. */
export async function endSession(request: Request): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.destroy((error: unknown) => (error ? reject(error) : resolve()));
  });
}
