/**
 * A word as FTS5 keeps it. Its `ascii` tokenizer parts words at every ASCII sign that is no letter or digit: such signs
 * stand in the private part of Unicode there, so that a word stays one token.
 */
export function ftsToken(word: string): string {
  return word.replace(/[\0-/:-@[-`{-\x7f]/g, (sign) => String.fromCharCode(0xe000 + sign.charCodeAt(0)));
}
