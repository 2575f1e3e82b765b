import express, { type NextFunction, type Request, type Response } from "express";
import type { DomainError } from "../domain/domain-error.ts";
import type { Json, JsonObject } from "../plugin-api/json.ts";
import {
  bodyTooLarge,
  malformedJson,
  notAnObject,
  reservedName,
  tooDeep,
  unstorableText,
  unsupportedBody,
} from "./http-errors.ts";

const limitMegabytes = 2;
const deepest = 64;
/** With the `u` flag, only a surrogate without its other half. */
const halfCharacter = /\p{Surrogate}/u;

declare global {
  namespace Express {
    interface Locals {
      /** Why the body cannot be used: told after what comes first in the order of refusals. */
      bodyFault?: DomainError;
    }
  }
}

const parse = express.json({ limit: limitMegabytes * 1024 * 1024, strict: false, type: "application/json" });

/** Parses a JSON body. What is wrong with it is kept for `jsonBody`: an address that names nothing is told first. */
export function parseJsonBody(request: Request, response: Response, next: NextFunction): void {
  if (request.is("multipart/form-data")) {
    next();
    return;
  }
  parse(request, response, (error?: unknown) => {
    const fault = faultOf(error) ?? unreadType(request) ?? contentFault(request.body);
    if (fault) response.locals.bodyFault = fault;
    next();
  });
}

/** The body as an object; an empty one when nothing was sent. @throws DomainError what is wrong with the body. */
export function jsonBody(request: Request): JsonObject {
  const fault = request.res?.locals.bodyFault;
  if (fault) throw fault;
  const body: unknown = request.body ?? {};
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw notAnObject();
  return body as JsonObject;
}

function faultOf(error: unknown): DomainError | null {
  if (error === undefined || error === null) return null;
  const type = typeof error === "object" && "type" in error ? error.type : undefined;
  if (type === "entity.too.large") return bodyTooLarge(limitMegabytes);
  if (type === "charset.unsupported" || type === "encoding.unsupported") return unsupportedBody();
  return malformedJson();
}

function unreadType(request: Request): DomainError | null {
  const sent = request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"] ?? 0) > 0;
  return sent && request.body === undefined && !request.is("application/json") ? unsupportedBody() : null;
}

/** PostgreSQL stores neither a null character nor half a surrogate pair, and nothing that nests without end is data. */
export function contentFault(value: Json | undefined, path: readonly string[] = []): DomainError | null {
  if (path.length > deepest) return tooDeep();
  if (typeof value === "string") return isStorable(value) ? null : unstorableText(path.join("."));
  if (typeof value !== "object" || value === null) return null;
  for (const [key, member] of Object.entries(value)) {
    if (key === "__proto__") return reservedName(key);
    const fault = isStorable(key) ? contentFault(member, [...path, key]) : unstorableText("");
    if (fault) return fault;
  }
  return null;
}

/** Whether both databases can store the text. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && !halfCharacter.test(text);
}
