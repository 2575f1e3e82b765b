/** A lock by key: of the works that share a key one runs at a time, in the order in which they came. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does the work once nobody before it does anything under one of the keys; at once when there are none. */
  take<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = keys.map((key) => this.#last.get(key));
    const done = before.length === 0 ? work() : Promise.allSettled(before).then(work);
    for (const key of keys) this.#keep(key, done);
    return done;
  }

  #keep(key: string, done: Promise<unknown>): void {
    const settled = done.then(
      () => {},
      () => {},
    );
    this.#last.set(key, settled);
    void settled.then(() => {
      if (this.#last.get(key) === settled) this.#last.delete(key);
    });
  }
}
