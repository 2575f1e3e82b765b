/** In which of the world's habits each language writes numbers and dates. */
export const locales = { fr: "fr-FR", en: "en-GB" } as const;
