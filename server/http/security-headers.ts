import { randomBytes } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import helmet from "helmet";

declare global {
  namespace Express {
    interface Locals {
      /** Of this answer alone: what the styles that the page makes itself are allowed by. */
      nonce: string;
    }
  }
}

/** Of the answers of writes, which are data and never a page. */
const headersOfData = [
  ["Content-Security-Policy", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"],
  ["X-Content-Type-Options", "nosniff"],
  ["X-Frame-Options", "DENY"],
  ["Referrer-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
] as const;
const lastingHttps = "max-age=31536000; includeSubDomains";

/** A content policy without `unsafe-eval` and without `unsafe-inline`, and helmet's other headers. */
export function securityHeaders(isHttps: boolean) {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (_request, response) => `'nonce-${(response as Response).locals.nonce}'`],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isHttps,
    referrerPolicy: { policy: "same-origin" },
  });
  const ofData = new Map([
    ...headersOfData,
    ...(isHttps ? [["Strict-Transport-Security", lastingHttps] as const] : []),
  ]);
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeaders(ofData);
      next();
      return;
    }
    response.locals.nonce = randomBytes(16).toString("base64");
    protect(request, response, next);
  };
}
