/** Draws from a fixed series of numbers, so that the same town is made on every machine. */
export class Dice {
  readonly #random: () => number;

  /** @param random 0 ≤ n < 1. */
  constructor(random: () => number) {
    this.#random = random;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.#random() * (to - from + 1));
  }

  /** True that often: 0 never, 1 always. */
  chance(probability: number): boolean {
    return this.#random() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.int(0, list.length - 1)];
    if (item === undefined) throw new RangeError("There is nothing to pick from");
    return item;
  }

  /** That many different items, or all of them. */
  some<T>(list: readonly T[], count: number): readonly T[] {
    return this.shuffle(list).slice(0, count);
  }

  /** A value as often as its weight says. */
  weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T {
    const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.#random() * total;
    for (const [value, weight] of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    return this.pick(choices)[0];
  }

  shuffle<T>(list: readonly T[]): readonly T[] {
    return list
      .map((item) => ({ item, place: this.#random() }))
      .sort((one, other) => one.place - other.place)
      .map(({ item }) => item);
  }
}
