import polyglotI18nProvider from "ra-i18n-polyglot";
import englishMessages from "ra-language-english";
import frenchMessages from "ra-language-french";
import type { I18nProvider } from "react-admin";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { currentLanguage, keepLanguage, languageNames } from "./language.ts";
import { countsTold, withToldCount } from "./told-counts.ts";
import { unbroken } from "./unbroken.ts";

const catalogues = {
  fr: countsTold({ ...frenchMessages, ...fr }),
  en: countsTold({ ...englishMessages, ...en }),
};

/** Both languages of the back office, and the choice between them. */
export function makeI18nProvider(): I18nProvider {
  const provider = polyglotI18nProvider(
    (locale: string) => catalogues[locale === "en" ? "en" : "fr"],
    currentLanguage(),
    Object.entries(languageNames).map(([locale, name]) => ({ locale, name })),
    { allowMissing: true },
  );
  return {
    ...provider,
    translate: (key, values) => unbroken(provider.translate(key, withToldCount(values, currentLanguage()))),
    changeLocale: async (locale: string) => {
      keepLanguage(locale === "en" ? "en" : "fr");
      await provider.changeLocale(locale);
    },
  };
}
