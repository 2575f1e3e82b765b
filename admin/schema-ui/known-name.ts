/** What something is called that a value stands for. */
export interface KnownName {
  /** Undefined while, or when, nobody knows. */
  readonly name: string | undefined;
  readonly pending: boolean;
}
