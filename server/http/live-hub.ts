import type { ChangedRecord, LivePublisher } from "../domain/changes/office.ts";

type Listener = (change: ChangedRecord) => void;

/** Passes on what changed to everyone who listens, in this process. */
export class LiveHub implements LivePublisher {
  readonly #listeners = new Set<Listener>();

  changed(change: ChangedRecord): void {
    for (const listener of this.#listeners) listener(change);
  }

  /** Answers how to stop. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
