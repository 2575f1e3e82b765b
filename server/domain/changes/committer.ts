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
 * Commits changes in groups, one after the other: what arrives at the same moment, or while a group is being written, goes
 * together into the next transaction, up to 128, one per record. Nobody waits for a group to fill. When the store throws,
 * the changes of the group are tried one by one, so that the one that cannot be written fails alone. Not so when the
 * database is full or lost: a lost one may have written the group, and a change tried again would be made twice.
 *
 *     idle ──commit──▶ writing ──written, none waiting──▶ idle
 *                        ▲  └────written, some waiting──┐
 *                        └──────────────────────────────┘
 */
export class Committer {
  readonly #store: ChangeStore;
  #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(store: ChangeStore) {
    this.#store = store;
  }

  /** Resolves once the change is durable, or refused. @throws what the store throws. */
  commit(change: Change): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ change, resolve, reject });
      if (this.#isWriting) return;
      this.#isWriting = true;
      setImmediate(() => void this.#writeGroups());
    });
  }

  /** See {@link ChangeStore.answered}. */
  answered(actorId: string, key: string): Promise<GivenAnswer | null> {
    return this.#store.answered(actorId, key);
  }

  /** See {@link ChangeStore.keepAnswer}. */
  keepAnswer(...kept: Parameters<ChangeStore["keepAnswer"]>): Promise<void> {
    return this.#store.keepAnswer(...kept);
  }

  /** See {@link ChangeStore.answeredOneByOne}. */
  answeredOneByOne(actorId: string, key: string): ReturnType<ChangeStore["answeredOneByOne"]> {
    return this.#store.answeredOneByOne(actorId, key);
  }

  /** See {@link ChangeStore.forgetAnswers}. */
  forgetAnswers(before: string): Promise<number> {
    return this.#store.forgetAnswers(before);
  }

  async #writeGroups(): Promise<void> {
    for (let group = this.#takeGroup(); group.length > 0; group = this.#takeGroup()) {
      await this.#write(group);
    }
    this.#isWriting = false;
  }

  /** As many of the waiting changes as may be written together; the others wait for the next group. */
  #takeGroup(): readonly Waiting[] {
    const group: Waiting[] = [];
    const left: Waiting[] = [];
    const records = new Set<string>();
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
