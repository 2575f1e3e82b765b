import type { ChangedRecord, LivePublisher } from "../domain/changes/office.ts";

type Listener = (change: ChangedRecord) => void;

/** Passes on what changed to everyone who listens to this process. */
export class LiveHub implements LivePublisher {
  readonly #listeners = new Set<Listener>();
  readonly #ends = new Set<() => void>();

  /** How many listen. */
  get size(): number {
    return this.#listeners.size;
  }

  changed(change: ChangedRecord): void {
    for (const listener of this.#listeners) listener(change);
  }

  /** Calls for every change, and when there will be no more for now. Returns how to stop. */
  listen(listener: Listener, end: () => void = () => {}): () => void {
    this.#listeners.add(listener);
    this.#ends.add(end);
    return () => {
      this.#listeners.delete(listener);
      this.#ends.delete(end);
    };
  }

  /** Sends everyone away: whoever comes back reads everything again. */
  interrupt(): void {
    for (const end of this.#ends) end();
  }
}
