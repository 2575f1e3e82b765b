/** Tells when somebody last did something with records. */
export interface Activity {
  /** The last entry of each record that a person, a machine or a command left, not the engine; by id. UTC ISO-8601. */
  lastOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Records of a type that were deleted before that instant, and still have a history that tells of somebody. */
  deletedBefore(type: string, at: string): Promise<readonly string[]>;
}
