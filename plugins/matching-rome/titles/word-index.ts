import { inTurns } from "../indexes/in-turns.ts";

/** How much of a text each owner's words tell of, rare words most: BM25. */
export interface WordIndex {
  /** By owner; the best is 1, owners that share no word are left out. */
  shares(words: readonly string[]): ReadonlyMap<number, number>;
}

/** The words of an owner, each with how much it counts. */
export type WeightedWords = ReadonlyMap<string, number>;

/** The usual constants of BM25: how soon repeating a word stops counting, and how much long owners are held back. */
const saturation = 1.2;
const lengthShare = 0.75;

/** Reads the owners once, giving way to others meanwhile; their places are their numbers. */
export async function createWordIndex(owners: readonly WeightedWords[]): Promise<WordIndex> {
  const lengths = owners.map((words) => [...words.values()].reduce((sum, weight) => sum + weight, 0));
  const usual = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const postings = new Map<string, [owner: number, weight: number][]>();
  await inTurns(owners, (words, owner) => {
    for (const [word, weight] of words) {
      const posting = postings.get(word) ?? [];
      posting.push([owner, weight]);
      postings.set(word, posting);
    }
  });
  return {
    shares(words) {
      const scores = new Map<number, number>();
      for (const word of words) {
        const posting = postings.get(word) ?? [];
        const rarity = Math.log(1 + (owners.length - posting.length + 0.5) / (posting.length + 0.5));
        for (const [owner, weight] of posting) {
          const held = saturation * (1 - lengthShare + (lengthShare * (lengths[owner] ?? 0)) / usual);
          const score = (rarity * weight * (saturation + 1)) / (weight + held);
          scores.set(owner, (scores.get(owner) ?? 0) + score);
        }
      }
      const best = Math.max(...scores.values(), 0);
      return new Map([...scores].map(([owner, score]) => [owner, score / best]));
    },
  };
}
