import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, fit for a link or a header. */
export function newSecretToken(prefix = ""): string {
  return prefix + randomBytes(32).toString("base64url");
}

/** What is kept of a token. SHA-256 is enough: a random token cannot be guessed, unlike a password. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
