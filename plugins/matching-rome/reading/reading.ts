import { type Centre, type Place, placesOf } from "./communes.ts";
import { foldedWords } from "./folded-words.ts";

/**
 * What records are read with. Equal texts and equal lists are read once and shared: among a hundred thousand people
 * most skills, licences and wishes are the same.
 */
export interface Reading {
  readonly places: ReadonlyMap<string, Place>;
  wordsOf(text: string): readonly string[];
  setOf(values: readonly string[]): ReadonlySet<string>;
}

/** Knows the bundled communes and these; what it has read it keeps as long as it lives. */
export function createReading(furtherCommunes: readonly Centre[]): Reading {
  const words = new Map<string, readonly string[]>();
  const sets = new Map<string, ReadonlySet<string>>();
  return {
    places: placesOf(furtherCommunes),
    wordsOf: (text) => shared(words, text, () => foldedWords(text)),
    setOf: (values) => shared(sets, [...values].sort().join("\n"), () => new Set(values)),
  };
}

function shared<T>(known: Map<string, T>, key: string, make: () => T): T {
  const there = known.get(key);
  if (there !== undefined) return there;
  const made = make();
  known.set(key, made);
  return made;
}
