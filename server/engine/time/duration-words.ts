import { Temporal } from "temporal-polyfill";
import type { Language } from "../../plugin-api/text.ts";

const locales = { fr: "fr-FR", en: "en-GB" } as const;
const units = ["year", "month", "week", "day", "hour", "minute", "second"] as const;

/**
 * An ISO-8601 duration as people say it, whichever way it goes; empty when it is no time at all.
 *
 * @example durationInWords("P1Y2M", "fr"); // "1 an et 2 mois"
 * @throws RangeError when it is no duration
 */
export function durationInWords(duration: string, language: Language): string {
  const length = Temporal.Duration.from(duration).abs();
  const parts = units.flatMap((unit) => {
    const count = length[`${unit}s`];
    const format = { style: "unit", unit, unitDisplay: "long" } as const;
    return count === 0 ? [] : [new Intl.NumberFormat(locales[language], format).format(count)];
  });
  return new Intl.ListFormat(locales[language], { type: "conjunction" }).format(parts).replaceAll("\u00a0", " ");
}
