import { inLanguage, type Language } from "../../plugin-api/text.ts";
import type { DelayDefinition } from "../../plugin-api/workflow-definition.ts";

const locales = { fr: "fr-FR", en: "en-GB" } as const;
const duration = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const units = ["year", "month", "week", "day", "hour", "minute", "second"] as const;

/** A delay as people say it: its own title, else "30 jours", "6 mois"; its name where it is neither. */
export function delayInWords(delay: DelayDefinition | null, name: string, language: Language): string {
  if (delay?.title) return inLanguage(delay.title, language);
  const parts = duration.exec(delay?.duration ?? "")?.slice(1) ?? [];
  const told = units.flatMap((unit, index) => {
    const count = parts[index];
    const format = { style: "unit", unit, unitDisplay: "long" } as const;
    return count === undefined ? [] : [new Intl.NumberFormat(locales[language], format).format(Number(count))];
  });
  return told.length > 0 ? told.join(" ") : name;
}
