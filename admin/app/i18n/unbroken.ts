/**
 * A sentence to be shown, in which no French sign begins a line: the spaces that belong to `: ; ? ! »` and `«` do not
 * break, and are narrow before `; ? !`. For what is read, never for what is edited or sent back.
 *
 * @example unbroken("Que faire ?") // the space is U+202F
 */
export function unbroken(sentence: string): string {
  return sentence
    .replace(/ (?=[;?!])/g, "\u202f")
    .replace(/ (?=[:»])/g, "\u00a0")
    .replace(/« /g, "«\u00a0");
}

/** What a screen says: sentences, those that are made of values, and groups of both. */
export interface Sentences {
  readonly [name: string]: string | ((...values: never[]) => string) | Sentences;
}

/** The same sentences, each of them unbroken, those that are made of values once they are made. */
export function unbrokenSentences<S extends Sentences>(sentences: S): S {
  const entries = Object.entries(sentences).map(([name, said]) => [name, unbrokenSaid(said)]);
  return Object.fromEntries(entries) as S;
}

function unbrokenSaid(said: Sentences[string]): Sentences[string] {
  if (typeof said === "string") return unbroken(said);
  if (typeof said === "function") return (...values) => unbroken(said(...values));
  return unbrokenSentences(said);
}
