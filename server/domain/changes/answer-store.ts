/**
 * Keeps what was answered to a request that may come again with its `Idempotency-Key`, where the answer is no record at
 * a version (see {@link ChangeStore.answered}, which shares the keys).
 *
 * A key of somebody's:
 *
 *     unused ──claim──▶ taken ──keep──▶ answered
 *        ▲                │ └─ its process died: taken it stays
 *        └────release─────┘
 */
export interface AnswerStore {
  /** Takes a key. Null when it was unused; else what it was used for. Of several at once, one takes it. */
  claim(key: OwnKey, at: string): Promise<UsedKey | null>;
  /** Keeps the answer for a key that was taken; null for one that is not to be told again. */
  keep(key: OwnKey, answered: { readonly digest: string; readonly answer: string | null }): Promise<void>;
  /** Gives a key back that led to nothing. */
  release(key: OwnKey): Promise<void>;
}

/** Somebody's key. What was answered to them in other roles is not told again. */
export interface OwnKey {
  readonly actorId: string;
  readonly roles: readonly string[];
  readonly key: string;
}

export interface UsedKey {
  /** Of the request that it was used for; null while that has no answer yet. */
  readonly digest: string | null;
  /** Null when it was not kept, or cannot be told to whoever asks now. */
  readonly answer: string | null;
}
