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

/** A word counts by its first letters, so that “préparer” and “préparation” are one. */
const stemLength = 6;

/** The words of a text that mean something, folded and cut to their stems, each once. */
export function foldedWords(text: string): readonly string[] {
  const found = fold(text).match(/[\p{L}\p{N}+#]+/gu) ?? [];
  return [...new Set(found.filter((word) => !emptyWords.has(word)).map(stem))];
}

function stem(word: string): string {
  const singular = word.length > 3 && /[sx]$/.test(word) ? word.slice(0, -1) : word;
  return singular.slice(0, stemLength);
}
