import { createLetterIndex } from "./letter-index.ts";
import { learnTitleWords } from "./title-words.ts";
import { createWordIndex } from "./word-index.ts";

/** An occupation as its titles and skills tell of it. */
export interface TitledOccupation {
  readonly id: string;
  readonly label: string;
  readonly titles: readonly string[];
  readonly skills: readonly string[];
}

/** Finds the occupations behind a free title. */
export interface TitleCoder {
  /** Ids, the most likely first; empty when nothing is near. */
  code(title: string, limit: number): readonly string[];
}

/** Chosen on the visible part of the evaluation; the test beside says what they lead to. */
const secondTitle = 0.1;
const sharedWords = 0.3;
const labelWords = 3;
const notNear = 0.15;

/** Adds up how near the nearest titles are letter by letter, and how much of the words the occupation tells of. */
export function createTitleCoder(occupations: readonly TitledOccupation[]): TitleCoder {
  const wordsOf = learnTitleWords(occupations.flatMap(({ titles }) => titles));
  const letters = createLetterIndex(
    occupations.flatMap(({ label, titles }, owner) =>
      [label, ...titles].map((title) => ({ owner, words: wordsOf(title) })),
    ),
  );
  const words = createWordIndex(
    occupations.map(({ label, titles, skills }) => {
      const weights = new Map<string, number>();
      const add = (text: string, weight: number) => {
        for (const word of wordsOf(text)) weights.set(word, (weights.get(word) ?? 0) + weight);
      };
      add(label, labelWords);
      for (const text of [...titles, ...skills]) add(text, 1);
      return weights;
    }),
  );
  return {
    code(title, limit) {
      const asked = wordsOf(title);
      const near = letters.near(asked);
      const shares = words.shares(asked);
      return occupations
        .map(({ id }, owner) => {
          const [first, second] = near.get(owner) ?? [0, 0];
          return { id, score: first + secondTitle * second + sharedWords * (shares.get(owner) ?? 0) };
        })
        .filter(({ score }) => score >= notNear)
        .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
        .slice(0, limit)
        .map(({ id }) => id);
    },
  };
}
