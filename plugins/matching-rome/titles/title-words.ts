import { inTurns } from "../indexes/in-turns.ts";
import { fold } from "../reading/folded-words.ts";

/** The words of a title as they are compared: without noise, and in one form for women and men. */
export type TitleWords = (title: string) => readonly string[];

/** What stands around a title in an offer or a sentence, and tells nothing of the work. */
const noise: readonly RegExp[] = [
  /\s-\s[^-]*\(\d{2,5}\)\s*$/u,
  /\(?(?<!\p{L})[hf]\s*\/\s*[hf](?!\p{L})\)?/gu,
  /^\s*(?:je |nous )?(?:re)?cherch\w*\s+(?:une? |des? )?/u,
  /^\s*(?:poste|emploi|offre)\s+(?:de |d'|d )?/u,
  /\b(?:en interim|a temps (?:partiel|plein|complet)|debutante?s? acceptee?s?|urgent|cdi|cdd)\b/gu,
];

const emptyWords = new Set("de du des d l le la les en et a au aux un une sur pour par dans ou".split(" "));

/** Endings of the feminine, with those of the masculine. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/trices?$/, "teur"],
  [/euses?$/, "eur"],
  [/eres?$/, "er"],
  [/iennes?$/, "ien"],
  [/onnes?$/, "on"],
  [/elles?$/, "el"],
  [/ees?$/, "e"],
  [/antes?$/, "ant"],
  [/entes?$/, "ent"],
  [/ives?$/, "if"],
];

/**
 * Learns from titles written in both forms, `Maçon / Maçonne`, which words are one, and takes the endings for the rest.
 * So a title is understood alike whichever form it is written in.
 */
export async function learnTitleWords(titles: readonly string[]): Promise<TitleWords> {
  const masculine = new Map<string, string>();
  await inTurns(titles, (title) => {
    for (const [word, other] of pairsIn(title)) masculine.set(word, other);
  });
  const oneForm = (word: string) => masculine.get(word) ?? byEnding(word);
  return (title) => {
    const plain = noise.reduce((text, each) => text.replace(each, " "), fold(title).replace(/[’ʼ]/g, "'"));
    const kept = wordsOf(plain).filter((word) => !emptyWords.has(word));
    return [...new Set(kept.map(oneForm))];
  };
}

/** The words that differ between the two sides of a slash, feminine first. */
function pairsIn(title: string): readonly (readonly [string, string])[] {
  const [left = "", right] = title.split(" / ");
  if (right === undefined) return [];
  const others = wordsOf(fold(right));
  return wordsOf(fold(left)).flatMap((word, place) => {
    const other = others[place];
    const isPair = other !== undefined && other !== word && other.slice(0, 3) === word.slice(0, 3);
    return isPair ? [[other, word] as const] : [];
  });
}

function byEnding(word: string): string {
  if (word.length > 5) for (const [ending, other] of endings) if (ending.test(word)) return word.replace(ending, other);
  return word.length > 4 ? word.replace(/[sx]$/, "") : word;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
