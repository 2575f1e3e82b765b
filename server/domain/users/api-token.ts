/** What a machine signs in with. The token itself is shown once, when it is made. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly createdBy: string;
  /** UTC ISO-8601. */
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

/** Keeps tokens by the hash of their secret. */
export interface TokenStore {
  insert(token: ApiToken, tokenHash: string): Promise<void>;
  find(tokenHash: string): Promise<ApiToken | null>;
  get(id: string): Promise<ApiToken | null>;
  all(): Promise<readonly ApiToken[]>;
  revoke(id: string, at: string): Promise<void>;
  used(id: string, at: string): Promise<void>;
}
