/**
 * Keeps what was answered to a request that may come again with its `Idempotency-Key`, where the answer is no record at
 * a version (see {@link ChangeStore.answered}, which shares the keys).
 *
 * A key of somebody's:
 *
 *     unused ──claim──▶ taken ──keep──▶ answered
 *      ▲  ▲               │ └──lease over, or abandoned──▶ in doubt
 *      │  └────release────┘                                   │
 *      └───────────────claimed again: told so, once───────────┘
 */
export interface AnswerStore {
  /** Takes a key. Null when it was unused; else what it was used for. Of several at once, one takes it. */
  claim(claim: KeyClaim, now: string): Promise<UsedKey | null>;
  /** Keeps the answer for a key that was taken; null for one that is not to be told again. */
  keep(claim: KeyClaim, answered: { readonly digest: string; readonly answer: string | null }): Promise<void>;
  /** Gives a key back that led to nothing. */
  release(claim: KeyClaim): Promise<void>;
  /** Ends the lease of a key whose request broke off: nobody knows what became of it. */
  abandon(claim: KeyClaim, now: string): Promise<void>;
}

/** Somebody's key. What was answered to them in other roles is not told again. */
export interface OwnKey {
  readonly actorId: string;
  readonly roles: readonly string[];
  readonly key: string;
}

/** A key as one request has it. Whatever it does once another has taken the key does nothing. */
export interface KeyClaim extends OwnKey {
  /** UTC ISO-8601. Without an answer by then, the request is taken for lost. */
  readonly leaseUntil: string;
}

/** What a key was used for that is not unused. */
export type UsedKey =
  /** The first request has no answer yet. */
  | { readonly use: "under-way" }
  /** It is lost, and may have been carried out. Whoever is told so has given the key back. */
  | { readonly use: "in-doubt" }
  /** The digest is that of the request; the answer null when it was not kept, or cannot be told to whoever asks now. */
  | { readonly use: "answered"; readonly digest: string; readonly answer: string | null };
