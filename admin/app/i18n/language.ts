import type { Language } from "../../../server/plugin-api/text.ts";

const storageKey = "passerelle.language";

/** Each language by its own name. */
export const languageNames = { fr: "Français", en: "English" } as const;

/** The language that the back office speaks on this device; French until another is chosen. */
export function currentLanguage(): Language {
  return localStorage.getItem(storageKey) === "en" ? "en" : "fr";
}

/** Keeps the choice on this device and tells assistive technology. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
}
