import type { NextFunction, Request, Response } from "express";
import { foreignOrigin } from "../http-errors.ts";
import { safeMethods } from "../safe-methods.ts";

/** Refuses writes that a browser sends from another site's page. A machine's token is no browser's cookie, and passes. */
export function sameOrigin(publicUrl: () => string) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (safeMethods.has(request.method) || request.headers.authorization !== undefined) {
      next();
      return;
    }
    if (!comesFromHere(request, publicUrl())) throw foreignOrigin();
    next();
  };
}

function comesFromHere(request: Request, publicUrl: string): boolean {
  const origin = request.headers.origin;
  if (origin !== undefined) return origin === publicUrl || hostOf(origin) === request.host;
  const site = request.headers["sec-fetch-site"];
  return site === undefined || site === "same-origin" || site === "none";
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
