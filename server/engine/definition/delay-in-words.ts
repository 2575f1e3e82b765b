import { inLanguage, type Language } from "../../plugin-api/text.ts";
import type { DelayDefinition } from "../../plugin-api/workflow-definition.ts";
import { durationInWords } from "../time/duration-words.ts";

/** A delay as people say it: its own title, else "30 jours", "6 mois"; its name where it is neither. */
export function delayInWords(delay: DelayDefinition | null, name: string, language: Language): string {
  if (delay?.title) return inLanguage(delay.title, language);
  return durationInWords(delay?.duration ?? "PT0S", language) || name;
}
