import { Temporal } from "temporal-polyfill";
import type { Language } from "../../plugin-api/text.ts";

const units = {
  fr: {
    years: ["an", "ans"],
    months: ["mois", "mois"],
    weeks: ["semaine", "semaines"],
    days: ["jour", "jours"],
    hours: ["heure", "heures"],
    minutes: ["minute", "minutes"],
    seconds: ["seconde", "secondes"],
  },
  en: {
    years: ["year", "years"],
    months: ["month", "months"],
    weeks: ["week", "weeks"],
    days: ["day", "days"],
    hours: ["hour", "hours"],
    minutes: ["minute", "minutes"],
    seconds: ["second", "seconds"],
  },
} as const;

const order = ["years", "months", "weeks", "days", "hours", "minutes", "seconds"] as const;
const and = { fr: "et", en: "and" } as const;

/**
 * An ISO-8601 duration as people say it, whichever way it goes; empty when it is no time at all.
 *
 * @example durationInWords("P1Y2M", "fr"); // "1 an et 2 mois"
 * @throws RangeError when it is no duration
 */
export function durationInWords(duration: string, language: Language): string {
  const length = Temporal.Duration.from(duration).abs();
  const parts = order.flatMap((unit) => {
    const count = length[unit];
    // French counts from two on as several; English does not count one alone as one.
    const several = language === "fr" ? count >= 2 : count !== 1;
    return count === 0 ? [] : [`${count} ${units[language][unit][several ? 1 : 0]}`];
  });
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} ${and[language]} ${last}`;
}
