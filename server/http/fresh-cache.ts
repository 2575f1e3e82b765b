/**
 * Remembers what was loaded for a moment, so that a burst of requests of one person asks the database once.
 * What this process changes it forgets at once; other processes see it when the time is over.
 */
export class FreshCache<Value> {
  readonly #milliseconds: number;
  readonly #most: number;
  readonly #entries = new Map<string, { readonly value: Promise<Value>; readonly until: number }>();

  constructor(milliseconds: number, most = 1000) {
    this.#milliseconds = milliseconds;
    this.#most = most;
  }

  get(key: string, load: () => Promise<Value>): Promise<Value> {
    const now = performance.now();
    const known = this.#entries.get(key);
    if (known && known.until > now) return known.value;
    const value = load();
    this.#entries.delete(key);
    this.#entries.set(key, { value, until: now + this.#milliseconds });
    value.catch(() => this.#entries.delete(key));
    const oldest = this.#entries.keys().next().value;
    if (this.#entries.size > this.#most && oldest !== undefined) this.#entries.delete(oldest);
    return value;
  }

  forget(key: string): void {
    this.#entries.delete(key);
  }
}
