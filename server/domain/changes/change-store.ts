import type { Change, KeptAnswer, Outcome } from "./change.ts";

/** Writes changes. Both adapters pass the suite in `test/integration/store/`. */
export interface ChangeStore {
  /**
   * Writes the changes of a group that it accepts, all of them or none, in a number of statements that does not depend on
   * their number. The group has at most one change per record. Returns the outcomes in the order given: one change that is
   * refused does not affect the others. Once it returns, an accepted change survives a power cut.
   *
   * @throws DomainError `storage-full`: nothing was written; `database-unavailable`: all of it may have been, or nothing.
   */
  commit(changes: readonly Change[]): Promise<readonly Outcome[]>;
  /** The change that this actor's key was used for (`Change.answer`), or null while it is unused. */
  answered(actorId: string, key: string): Promise<GivenAnswer | null>;
  /** Keeps a key for a request that had nothing to change, and the record that it was answered with. */
  keepAnswer(kept: KeptAnswer, given: Omit<GivenAnswer, "digest"> & { readonly at: string }): Promise<void>;
  /** The records that this actor's key was used for, one by one, each as `<key>/<id>`. */
  answeredOneByOne(actorId: string, key: string): Promise<readonly Pick<GivenAnswer, "type" | "recordId">[]>;
  /**
   * Forgets the keys that were used before that instant, UTC ISO-8601, except those that an effect still needs.
   * Returns how many.
   */
  forgetAnswers(before: string): Promise<number>;
}

/** A request that was carried out: a second one with its key is answered with the record at that version. */
export interface GivenAnswer {
  readonly digest: string;
  readonly type: string;
  readonly recordId: string;
  readonly version: number;
}
