import type { JsonObject } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";

/** Someone who can sign in. `invited` until they choose a password, `disabled` when they no longer may. */
export interface User {
  readonly id: string;
  /** Lower case; unique. */
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly status: "invited" | "active" | "disabled";
  /** The language they chose; null to follow their browser. */
  readonly language: Language | null;
  /** Fields of the account that scopes name (`$user.partnerId`). */
  readonly fields: JsonObject;
  /** Sessions and one-time links of an earlier epoch are over. Raised by a new password, new roles, a disabling. */
  readonly epoch: number;
  readonly version: number;
  /** UTC ISO-8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A user with the hash of their password, which leaves the server by no way. */
export interface Account {
  readonly user: User;
  readonly passwordHash: string | null;
}

/** Whether they can administer the office now: one such account always stays. */
export function isActiveAdmin({ status, roles }: Pick<User, "status" | "roles">): boolean {
  return status === "active" && roles.includes("admin");
}

/** How e-mail addresses are compared and kept. */
export function normalEmail(email: string): string {
  return email.trim().normalize("NFC").toLowerCase();
}

const emailShape = /^[^\s@]{1,64}@[^\s@]{1,190}$/;

/** Whether it can be written to; only the mailbox itself can tell whether it exists. */
export function isEmail(email: string): boolean {
  return emailShape.test(email);
}
