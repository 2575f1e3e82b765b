import { words } from "./fold.ts";

/**
 * The words that a text is found by. A number that is written in groups is found by its groups and in one piece, so that
 * `06 12 34 56 78`, `0612345678` and `+33 6 12 34 56 78` are all found by any of the three.
 *
 * @example indexedWords("Tour 12 34"); // ["tour", "12", "34", "1234"]
 */
export function indexedWords(text: string): readonly string[] {
  const national = nationalNumbers(text);
  return [...new Set([...words(national), ...words(joinedNumbers(national))])];
}

/** The words that someone looks for: a number typed in groups is one word, of which the beginning is enough. */
export function soughtWords(text: string): readonly string[] {
  return words(joinedNumbers(nationalNumbers(text)));
}

const COUNTRY_CODE = /(?<![\p{L}\p{N}])(?:\+|00)33[\s.]?(?:\(0\)|0)?[\s.]?(?=[1-9])/gu;
const GROUPS = /(?<![\p{L}\p{N}])\d+(?:[\s.\-/]\d+)+(?![\p{L}\p{N}])/gu;

function nationalNumbers(text: string): string {
  return text.replace(COUNTRY_CODE, "0");
}

function joinedNumbers(text: string): string {
  return text.replace(GROUPS, (groups) => groups.replace(/\D/g, ""));
}
