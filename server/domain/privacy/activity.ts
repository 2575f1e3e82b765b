/** A record that was erased whole, or made anonymous. */
export interface ErasedRecord {
  readonly type: string;
  /** UTC ISO-8601. */
  readonly at: string;
  readonly how: "erased" | "anonymised";
  /** Name of whoever did it; the product's own when a rule did. */
  readonly by: string;
}

/** How many records of a type were erased in the same way by the same person on one day of the office (ISO). */
export interface ErasureCount extends Omit<ErasedRecord, "at"> {
  readonly day: string;
  readonly count: number;
}

/** Tells when somebody last did something with records. */
export interface Activity {
  /** The last entry of each record that a person, a machine or a command left, not the engine; by id. UTC ISO-8601. */
  lastOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Records of a type that were deleted before that instant, and still have a history that tells of somebody. */
  deletedBefore(type: string, at: string): Promise<readonly string[]>;
  /** The last records that were erased, so many at most, the latest first. */
  erased(limit: number): Promise<readonly ErasedRecord[]>;
}
