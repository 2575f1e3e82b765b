import type { Language } from "../../plugin-api/text.ts";

/** The colon after a title, to be followed by a space: French has one before it too. */
export function colon(language: Language): string {
  return language === "fr" ? " :" : ":";
}
