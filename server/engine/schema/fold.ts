/**
 * The text without accents, case, ligatures and doubled spaces: what is compared, sorted and searched.
 *
 * @example fold("Œuvre  d’Émile"); // "oeuvre d'emile"
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[œæßøłđ’ʼ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * The folded words of a text, in order: runs of letters and digits.
 *
 * @example words("L’Été 2026"); // ["l", "ete", "2026"]
 */
export function words(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Letters that Unicode does not take apart. */
const LETTERS: { readonly [letter: string]: string } = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  "’": "'",
  ʼ: "'",
};
