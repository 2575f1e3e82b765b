/** One thing that lint has to say about a definition. */
export interface Finding {
  /** Stable, such as `unknown-target`. */
  readonly code: string;
  /** The sentence, in the reader's language. */
  readonly message: string;
  /** JSON pointer of the place, such as `/machine/states/open/on/CLOSE/target`. */
  readonly path: string;
}

/** Errors forbid publishing; warnings ask to be acknowledged. */
export interface LintAnswer {
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}
