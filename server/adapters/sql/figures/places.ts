const pageBits = 12;
const pageSize = 1 << pageBits;

/** The place of each record in the columns of its type, by its row: four bytes for each, where a map would take forty. */
export class Places {
  readonly #pages: (Int32Array | undefined)[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The record's place; the next free one when it has none yet. */
  of(row: number): number {
    const number = Math.floor(row / pageSize);
    const page = this.#pages[number] ?? new Int32Array(pageSize).fill(-1);
    this.#pages[number] = page;
    const known = page[row % pageSize] ?? -1;
    if (known >= 0) return known;
    const place = this.#size;
    page[row % pageSize] = place;
    this.#size += 1;
    return place;
  }
}
