/** A language that every sentence of the product exists in. */
export type Language = "fr" | "en";

/** A sentence as definitions keep it: the same in both languages, or one for each. French is always there. */
export type Text = string | { readonly fr: string; readonly en?: string };

/** The sentence in the reader's language; French where that language was never written. */
export function inLanguage(text: Text, language: Language): string {
  return typeof text === "string" ? text : (text[language] ?? text.fr);
}
