/** What a column holds for one record, as the driver gives it. */
export type Value = string | number | null;

/** Stands for nothing: what a record has in a column until it is told otherwise. */
const nothing = 0;

/** One value for each record, by its place: each different value is kept once, and a number below 65,536 stands for it. */
export class ValueColumn {
  readonly #codes = new Map<Value, number>([[null, nothing]]);
  readonly #values: Value[] = [null];
  #cells = new Uint16Array(1024);

  /** The different values, by the number that stands for each; null is the first. */
  get values(): readonly Value[] {
    return this.#values;
  }

  /** The numbers of the values, for that many places at least. Not to be kept: it is another one after `set`. */
  cells(places: number): Uint16Array {
    this.#fit(places);
    return this.#cells;
  }

  set(place: number, value: Value): void {
    this.#fit(place + 1);
    this.#cells[place] = this.#codeOf(value);
  }

  #codeOf(value: Value): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.#values.push(value) - 1;
    this.#codes.set(value, code);
    return code;
  }

  #fit(places: number): void {
    if (places <= this.#cells.length) return;
    const larger = new Uint16Array(Math.max(places, this.#cells.length * 2));
    larger.set(this.#cells);
    this.#cells = larger;
  }
}
