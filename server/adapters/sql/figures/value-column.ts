/** What a column holds for one record, as the driver gives it. */
export type Value = string | number | null;

/** One value for each record, by its place: each different value is kept once, and a number stands for it. */
export class ValueColumn {
  readonly #codes = new Map<Value, number>();
  readonly #values: Value[] = [];
  #cells = new Int32Array(1024);

  /** The different values, by the number that stands for each. */
  get values(): readonly Value[] {
    return this.#values;
  }

  /** The numbers of the values, by place. Not to be kept: it is another one after `set`. */
  get cells(): Int32Array {
    return this.#cells;
  }

  set(place: number, value: Value): void {
    if (place >= this.#cells.length) {
      const larger = new Int32Array(Math.max(place + 1, this.#cells.length * 2));
      larger.set(this.#cells);
      this.#cells = larger;
    }
    let code = this.#codes.get(value);
    if (code === undefined) {
      code = this.#values.push(value) - 1;
      this.#codes.set(value, code);
    }
    this.#cells[place] = code;
  }
}
