import type { Request } from "express";
import { malformedValue } from "../http-errors.ts";

/** The `id` of the path. */
export function idOf(request: Request): string {
  return String(request.params["id"]);
}

/** The type of the path, which may be none that there is. */
export function typeOf(request: Request): string {
  return String(request.params["type"]);
}

/** Both. */
export function addressOf(request: Request): { readonly type: string; readonly id: string } {
  return { type: typeOf(request), id: idOf(request) };
}

/** The number of a version in the path. @throws DomainError `malformed-value`. */
export function versionOf(request: Request): number {
  const text = String(request.params["version"]);
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw malformedValue("version", { fr: "un nombre entier", en: "an integer" });
}
