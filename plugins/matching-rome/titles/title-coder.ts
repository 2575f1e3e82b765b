import { inTurns } from "../indexes/in-turns.ts";
import { createLetterIndex, type OwnedTitle } from "./letter-index.ts";
import { learnTitleWords, type TitleWords } from "./title-words.ts";
import { createWordIndex, type WeightedWords } from "./word-index.ts";

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

/** Each has dozens of titles and skills. */
const occupationsAtATime = 5;

/**
 * Adds up how near the nearest titles are letter by letter, and how much of the words the occupation tells of. To read
 * ten thousand titles takes a second: others have their turn in between.
 */
export async function createTitleCoder(occupations: readonly TitledOccupation[]): Promise<TitleCoder> {
  const wordsOf = await learnTitleWords(occupations.flatMap(({ titles }) => titles));
  const owned: OwnedTitle[] = [];
  const told: WeightedWords[] = [];
  const read = ({ label, titles, skills }: TitledOccupation, owner: number) => {
    owned.push(...[label, ...titles].map((title) => ({ owner, words: wordsOf(title) })));
    told.push(weightedWords({ label, titles, skills }, wordsOf));
  };
  await inTurns(occupations, read, occupationsAtATime);
  const letters = await createLetterIndex(owned);
  const words = await createWordIndex(told);
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

function weightedWords({ label, titles, skills }: Omit<TitledOccupation, "id">, wordsOf: TitleWords): WeightedWords {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const word of wordsOf(text)) weights.set(word, (weights.get(word) ?? 0) + weight);
  };
  add(label, labelWords);
  for (const text of [...titles, ...skills]) add(text, 1);
  return weights;
}
