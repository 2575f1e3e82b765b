/** Why something is blocked, ranked so or refused, in the reader's language. */
export interface Reason {
  /** Stable: what a program may compare. */
  readonly code: string;
  readonly message: string;
  readonly field?: string;
  /** A role that may do it. */
  readonly role?: string;
  /** What would unblock it: an event of the case, or a page of the back office. */
  readonly unblock?: { readonly title: string; readonly event?: string; readonly path?: string };
}
