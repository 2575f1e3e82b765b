import { inTurns } from "../indexes/in-turns.ts";

/** How near a text is to the nearest titles of each owner, by runs of letters: typing errors do little harm. */
export interface LetterIndex {
  /** By owner, the cosine of its nearest title and of the next one, both 0–1; owners far from it are left out. */
  near(words: readonly string[]): ReadonlyMap<number, readonly [number, number]>;
}

/** A title's words, and the place of the occupation that it belongs to. */
export interface OwnedTitle {
  readonly owner: number;
  readonly words: readonly string[];
}

/** Lengths of the runs of letters that are compared. */
const lengths = [3, 4] as const;
const farAway = 0.05;

/** Titles as vectors of their runs of 3 and 4 letters, weighted by how rare each is, behind inverted postings. */
export async function createLetterIndex(titles: readonly OwnedTitle[]): Promise<LetterIndex> {
  const counted: ReadonlyMap<string, number>[] = [];
  const spread = new Map<string, number>();
  await inTurns(titles, ({ words }) => {
    const runs = runsOf(words);
    counted.push(runs);
    for (const run of runs.keys()) spread.set(run, (spread.get(run) ?? 0) + 1);
  });
  const rarities = new Map([...spread].map(([run, count]) => [run, Math.log(1 + titles.length / (1 + count))]));
  const unknown = Math.log(1 + titles.length);
  const rarity = (run: string) => rarities.get(run) ?? unknown;
  const postings = new Map<string, { readonly titles: number[]; readonly weights: number[] }>();
  await inTurns(counted, (runs, title) => {
    for (const [run, weight] of unitVector(runs, rarity)) {
      const posting = postings.get(run) ?? { titles: [], weights: [] };
      posting.titles.push(title);
      posting.weights.push(weight);
      postings.set(run, posting);
    }
  });
  return {
    near(words) {
      const cosines = new Float32Array(titles.length);
      for (const [run, weight] of unitVector(runsOf(words), rarity)) {
        const posting = postings.get(run);
        for (const [place, title] of (posting?.titles ?? []).entries())
          cosines[title] = (cosines[title] ?? 0) + weight * (posting?.weights[place] ?? 0);
      }
      return bestTwo(titles, cosines);
    },
  };
}

function bestTwo(titles: readonly OwnedTitle[], cosines: Float32Array): ReadonlyMap<number, readonly [number, number]> {
  const best = new Map<number, readonly [number, number]>();
  for (const [title, cosine] of cosines.entries()) {
    const owner = titles[title]?.owner;
    if (owner === undefined || cosine < farAway) continue;
    const [first, second] = best.get(owner) ?? [0, 0];
    if (cosine > first) best.set(owner, [cosine, first]);
    else if (cosine > second) best.set(owner, [first, cosine]);
  }
  return best;
}

function runsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const text = `_${words.join("_")}_`;
  const runs = new Map<string, number>();
  for (const length of lengths) {
    for (let start = 0; start + length <= text.length; start += 1) {
      const run = text.slice(start, start + length);
      runs.set(run, (runs.get(run) ?? 0) + 1);
    }
  }
  return runs;
}

function unitVector(
  runs: ReadonlyMap<string, number>,
  rarity: (run: string) => number,
): readonly (readonly [string, number])[] {
  const weights = [...runs].map(([run, count]) => [run, (1 + Math.log(count)) * rarity(run)] as const);
  const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
  return weights.map(([run, weight]) => [run, weight / length]);
}
