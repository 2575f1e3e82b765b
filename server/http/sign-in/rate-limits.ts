import type { Request, RequestHandler, Response } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import { tooManyRequests } from "../http-errors.ts";
import { sendProblem } from "../problem.ts";

const minute = 60_000;

/** To see where a limit is made, the library asks for a stack, for which Node reads all source maps. */
const validate = { creationStack: false } as const;

function refuse(_request: Request, response: Response): void {
  sendProblem(response, tooManyRequests(), response.locals.language);
}

/** Calls without a valid sign-in, whatever they ask for. */
export function limitSignedOut(): RequestHandler {
  const limit = rateLimit({
    windowMs: minute,
    limit: 600,
    validate,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    handler: refuse,
  });
  return (request, response, next) => (response.locals.caller ? next() : limit(request, response, next));
}

/** Failed tries of passwords and links: by address of the network, and by account under it. */
export function limitTries(): RequestHandler[] {
  const options = {
    windowMs: 15 * minute,
    validate,
    skipSuccessfulRequests: true,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    handler: refuse,
  } as const;
  return [
    rateLimit({ ...options, limit: 100 }),
    rateLimit({
      ...options,
      limit: 10,
      keyGenerator: (request) => `${ipKeyGenerator(request.ip ?? "")} ${tried(request)}`,
    }),
  ];
}

/** No longer than an address may be: what is tried is kept in memory until its time is over. */
const longestTried = 320;

/** What tries are counted under. */
function tried(request: Request): string {
  const body: unknown = request.body;
  const email = typeof body === "object" && body !== null && "email" in body ? body.email : undefined;
  const what = typeof email === "string" ? email.trim().toLowerCase() : request.path;
  return what.slice(0, longestTried);
}
