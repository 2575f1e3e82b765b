import { DomainError } from "../domain-error.ts";
import type { Change, Outcome } from "./change.ts";
import type { ChangeStore, GivenAnswer } from "./change-store.ts";

/** The largest group that one transaction writes. */
const largestGroup = 128;

interface Waiting {
  readonly change: Change;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Commits changes in groups: what arrives at the same moment, or while the store's lanes are taken, goes together into
 * the next transaction, up to 128, one per record. Nobody waits for a group to fill. A group that the store throws at is
 * tried again change by change, so that one that cannot be written fails alone; but not when the database was lost or
 * is full. Whether a lost one has written is not known: tried again, a change without a key might be decided twice.
 *
 * A lane:
 *
 *     free ──commit──▶ in flight ──written, none waiting──▶ free
 *                        ▲   └────written, some waiting──┐
 *                        └───────────────────────────────┘
 */
export class Committer {
  readonly #store: ChangeStore;
  /** Records whose changes are in flight: their next ones wait for the outcome. */
  readonly #flying = new Set<string>();
  #waiting: Waiting[] = [];
  #lanesTaken = 0;

  constructor(store: ChangeStore) {
    this.#store = store;
  }

  /** Resolves once the change is durable, or refused. @throws what the store throws. */
  commit(change: Change): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ change, resolve, reject });
      if (this.#lanesTaken === this.#store.lanes) return;
      this.#lanesTaken += 1;
      setImmediate(() => void this.#fly());
    });
  }

  /** See {@link ChangeStore.answered}. */
  answered(actorId: string, key: string): Promise<GivenAnswer | null> {
    return this.#store.answered(actorId, key);
  }

  /** See {@link ChangeStore.answeredOneByOne}. */
  answeredOneByOne(actorId: string, key: string): ReturnType<ChangeStore["answeredOneByOne"]> {
    return this.#store.answeredOneByOne(actorId, key);
  }

  /** See {@link ChangeStore.forgetAnswers}. */
  forgetAnswers(before: string): Promise<number> {
    return this.#store.forgetAnswers(before);
  }

  async #fly(): Promise<void> {
    for (let group = this.#takeGroup(); group.length > 0; group = this.#takeGroup()) {
      for (const { change } of group) this.#flying.add(change.record.id);
      await this.#write(group);
      for (const { change } of group) this.#flying.delete(change.record.id);
    }
    this.#lanesTaken -= 1;
  }

  /** Of what waits, as much as may be written together now. What is left behind waits for a lane that is in flight. */
  #takeGroup(): readonly Waiting[] {
    const group: Waiting[] = [];
    const left: Waiting[] = [];
    const records = new Set(this.#flying);
    for (const waiting of this.#waiting) {
      const id = waiting.change.record.id;
      const joins = group.length < largestGroup && !records.has(id);
      records.add(id);
      (joins ? group : left).push(waiting);
    }
    this.#waiting = left;
    return group;
  }

  async #write(group: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#store.commit(group.map((waiting) => waiting.change));
      for (const [index, waiting] of group.entries()) {
        const outcome = outcomes[index];
        if (outcome === undefined) waiting.reject(new Error("The store told no outcome for a change"));
        else waiting.resolve(outcome);
      }
    } catch (error) {
      if (group.length === 1 || error instanceof DomainError) for (const waiting of group) waiting.reject(error);
      else for (const waiting of group) await this.#write([waiting]);
    }
  }
}
