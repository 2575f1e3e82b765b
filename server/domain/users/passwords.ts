import type { Text } from "../../plugin-api/text.ts";

const shortest = 12;
const longest = 200;

/** What is wrong with a new password, or null. Length is what counts; the hash must not be fed a book. */
export function passwordFault(password: string, about: { readonly email: string; readonly name: string }): Text | null {
  if (password.length < shortest) {
    return {
      fr: `Le mot de passe doit compter au moins ${shortest} caractères : une phrase convient bien.`,
      en: `The password must have at least ${shortest} characters: a sentence does well.`,
    };
  }
  if (password.length > longest) {
    return {
      fr: `Le mot de passe doit compter au plus ${longest} caractères.`,
      en: `The password must have at most ${longest} characters.`,
    };
  }
  const lower = password.toLowerCase();
  if (new Set(lower).size < 4 || lower === about.email || lower === about.name.toLowerCase()) {
    return { fr: "Ce mot de passe se devine trop facilement.", en: "This password is too easy to guess." };
  }
  return null;
}
