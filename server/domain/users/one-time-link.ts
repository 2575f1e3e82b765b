/** What a one-time link lets its holder do, once. */
export interface OneTimeLink {
  /** SHA-256 of the token, hexadecimal: the token itself is nowhere. */
  readonly tokenHash: string;
  readonly purpose: "first-admin" | "invitation" | "reset";
  /** Null for the first administrator, who does not exist yet. */
  readonly userId: string | null;
  /** The user's epoch when it was made; a later one voids the link. */
  readonly epoch: number;
  /** UTC ISO-8601. */
  readonly expiresAt: string;
}

/** Keeps links by the hash of their token. */
export interface LinkStore {
  insert(link: OneTimeLink): Promise<void>;
  find(tokenHash: string): Promise<OneTimeLink | null>;
  /** Takes the link out; false when somebody was faster. */
  consume(tokenHash: string): Promise<boolean>;
  /** Voids the links of this purpose and user. */
  removeFor(purpose: OneTimeLink["purpose"], userId: string | null): Promise<void>;
}

/** How long links hold, in hours. */
export const linkHours = { "first-admin": 72, invitation: 168, reset: 2 } as const;
