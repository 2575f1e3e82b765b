import type { Language } from "../../server/plugin-api/index.ts";

/** Chooses the sentence of the reader's language. */
export function say(language: Language, sentences: { readonly fr: string; readonly en: string }): string {
  return sentences[language];
}

/** A whole number as it is written in that language: `1 250`, `1,250`. */
export function figure(language: Language, value: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(value);
}

/** `12 mars 2026`, `1er avril 2026`, `12 March 2026`. */
export function dayInWords(language: Language, day: string): string {
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const words = format.format(new Date(`${day}T00:00:00Z`));
  return language === "fr" ? words.replace(/^1 /, "1er ") : words;
}
