import type { PasswordHasher } from "../../domain/users/user-store.ts";

/** argon2id with the parameters that OWASP recommends: 19 MiB, two passes. */
export class Argon2Passwords implements PasswordHasher {
  #decoy: Promise<string> | undefined;

  async hash(password: string): Promise<string> {
    const argon2 = await import("@node-rs/argon2");
    return argon2.hash(password);
  }

  async verify(hash: string | null, password: string): Promise<boolean> {
    const argon2 = await import("@node-rs/argon2");
    this.#decoy ??= argon2.hash("no one's password");
    const right = await argon2.verify(hash ?? (await this.#decoy), password);
    return right && hash !== null;
  }
}
