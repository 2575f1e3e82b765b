import type { FileRead, ReadLogStore } from "./read-log.ts";

/**
 * Writes reads in groups: those that arrive while a write is under way go together in the next one. `record` resolves
 * once they are stored, so that nobody is shown a file whose reading left no trace.
 *
 *     idle ──record──▶ writing ──written, none waiting──▶ idle
 *                        ▲  └──written, some waiting──┐
 *                        └────────────────────────────┘
 */
export class ReadRecorder {
  readonly #store: ReadLogStore;
  #waiting: FileRead[] = [];
  #writing: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(store: ReadLogStore) {
    this.#store = store;
  }

  async record(reads: readonly FileRead[]): Promise<void> {
    if (reads.length === 0) return;
    this.#waiting.push(...reads);
    this.#next ??= this.#afterCurrent();
    await this.#next;
  }

  async #afterCurrent(): Promise<void> {
    await this.#writing?.catch(() => undefined);
    const reads = this.#waiting;
    this.#waiting = [];
    this.#next = undefined;
    this.#writing = this.#store.append(reads);
    await this.#writing;
  }
}
