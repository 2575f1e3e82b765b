import type { Change, Outcome } from "./change.ts";

/** Writes changes. Both adapters pass the suite in `test/integration/store/`. */
export interface ChangeStore {
  /** How many groups it writes at the same time. */
  readonly lanes: number;
  /**
   * Writes what it accepts of a group, all of it or nothing, in a fixed number of statements whatever its size. At most
   * one change per record. Outcomes in the order given; one that is refused leaves the others standing. Once it returns,
   * an accepted change survives a power cut.
   *
   * @throws DomainError `storage-full`: nothing was written; `database-unavailable`: all of it may have been, or nothing.
   */
  commit(changes: readonly Change[]): Promise<readonly Outcome[]>;
  /** The change that this actor's key was used for (`Change.answer`), or null while it is unused. */
  answered(actorId: string, key: string): Promise<GivenAnswer | null>;
  /** The records that this actor's key was used for, one by one, each as `<key>/<id>`. */
  answeredOneByOne(actorId: string, key: string): Promise<readonly Pick<GivenAnswer, "type" | "recordId">[]>;
  /**
   * Forgets the keys that were used before that instant, UTC ISO-8601, but for those that an effect still rests on.
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
