import type { Account, User } from "./user.ts";

/** Keeps accounts. An office has tens of them, so that they are listed whole. */
export interface UserStore {
  get(id: string): Promise<User | null>;
  account(id: string): Promise<Account | null>;
  accountByEmail(email: string): Promise<Account | null>;
  /** By name. */
  all(): Promise<readonly User[]>;
  /** False when the address is taken. */
  insert(account: Account): Promise<boolean>;
  /**
   * Writes the user over the version `basedOn`; `stale` when it is not the last one any more, `last-admin` when nobody
   * could administer the office after it: of several who give that up at the same moment, in whatever process, one stays.
   */
  save(user: User, basedOn: number): Promise<"saved" | "stale" | "email-taken" | "last-admin">;
  setPassword(id: string, passwordHash: string, at: string): Promise<void>;
}

/** Hashes passwords slowly (argon2id). */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** Takes as long when there is no hash to compare with, so that an unknown address is not told from a wrong password. */
  verify(hash: string | null, password: string): Promise<boolean>;
}
