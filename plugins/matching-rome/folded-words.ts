/** Words that tell nothing of what a text is about. */
const emptyWords = new Set(
  "a au aux avec ce ces d dans de des du elle en est et h f il l la le les leur ne nos notre ou par pas pour qu que qui s se ses son sa sur un une vos votre x and of or the to".split(
    " ",
  ),
);

/** The text without accents, case and ligatures, so that it compares alike however it was typed. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae");
}

/** The words of a text that mean something, folded, in the singular where an `s` or `x` makes the plural. */
export function foldedWords(text: string): readonly string[] {
  const found = fold(text).match(/[\p{L}\p{N}+#]+/gu) ?? [];
  return [...new Set(found.filter((word) => !emptyWords.has(word)).map(singular))];
}

function singular(word: string): string {
  return word.length > 3 && /[sx]$/.test(word) ? word.slice(0, -1) : word;
}
