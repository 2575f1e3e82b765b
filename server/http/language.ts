import type { Request } from "express";
import type { Language } from "../plugin-api/text.ts";

/** The first language of the product that the reader asks for; null when they ask for none of them. */
export function askedLanguage(request: Request): Language | null {
  if (!request.headers["accept-language"]) return null;
  const found = request.acceptsLanguages("fr", "en");
  return found === "fr" || found === "en" ? found : null;
}
