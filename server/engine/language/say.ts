import type { Language } from "../../plugin-api/text.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

/** The sentences of the engine, each by its key. */
export type SentenceKey = keyof typeof fr;

/** The names between braces in a sentence. */
type Placeholders<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The values that a sentence needs: nothing, or one object. */
export type SentenceValues<Key extends SentenceKey> = [Placeholders<(typeof fr)[Key]>] extends [never]
  ? []
  : [values: { readonly [name in Placeholders<(typeof fr)[Key]>]: string | number }];

const catalogues: { readonly [language in Language]: { readonly [key in SentenceKey]: string } } = { fr, en };

/**
 * The engine's sentence in the reader's language. A key or a value that is missing does not compile.
 *
 * @example say("fr", "issue.minimum", { limit: 3 }); // "Au moins 3."
 */
export function say<Key extends SentenceKey>(language: Language, key: Key, ...values: SentenceValues<Key>): string {
  const given: { readonly [name: string]: string | number } = values[0] ?? {};
  return catalogues[language][key].replace(/\{(\w+)\}/g, (written, name: string) => String(given[name] ?? written));
}
