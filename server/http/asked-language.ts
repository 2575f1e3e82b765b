import type { Request } from "express";
import type { Language } from "../plugin-api/text.ts";

/**
 * The language that the address names (`language=en`: a browser fetches a link in its own language), else the first of
 * the product that the reader asks for; null when they ask for none of them.
 */
export function askedLanguage(request: Request): Language | null {
  const named = request.query["language"];
  if (named === "fr" || named === "en") return named;
  if (!request.headers["accept-language"]) return null;
  const found = request.acceptsLanguages("fr", "en");
  return found === "fr" || found === "en" ? found : null;
}
