/** Keeps the best of many: at most `size`, best first, equal scores by id so that the order is always the same. */
export interface TopScores<T extends { readonly id: string }> {
  add(score: number, item: T): void;
  /** The score that a further one has to beat; -1 while there is room. */
  threshold(): number;
  best(): readonly T[];
}

interface Scored<T> {
  readonly score: number;
  readonly item: T;
}

/** @param size How many are kept at most. */
export function createTopScores<T extends { readonly id: string }>(size: number): TopScores<T> {
  const kept: Scored<T>[] = [];
  const threshold = () => (kept.length < size ? -1 : (kept.at(-1)?.score ?? -1));
  return {
    threshold,
    add(score, item) {
      if (score < threshold()) return;
      const scored = { score, item };
      let at = kept.length;
      while (at > 0 && isBefore(scored, kept[at - 1])) at -= 1;
      kept.splice(at, 0, scored);
      if (kept.length > size) kept.pop();
    },
    best: () => kept.map(({ item }) => item),
  };
}

function isBefore<T extends { readonly id: string }>(a: Scored<T>, b: Scored<T> | undefined): boolean {
  if (!b) return true;
  return a.score !== b.score ? a.score > b.score : a.item.id < b.item.id;
}
