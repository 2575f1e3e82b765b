import { identityUnknown, identityUnverified } from "./identity-errors.ts";
import type { Identity } from "./identity-provider.ts";
import type { People } from "./people.ts";
import { normalEmail, type User } from "./user.ts";
import { staleUser } from "./user-errors.ts";

/**
 * The account of somebody whose address an identity provider vouches for; an invited one is active from then on. No
 * account is ever made here.
 *
 * @throws DomainError `identity-unverified`, `identity-unknown` (for a disabled account too).
 */
export async function signInAs(people: Pick<People, "users" | "now">, identity: Identity): Promise<User> {
  const { email, isVerified } = identity;
  if (email === null || !isVerified) throw identityUnverified();
  const account = await people.users.accountByEmail(normalEmail(email));
  if (!account || account.user.status === "disabled") throw identityUnknown();
  return account.user.status === "active" ? account.user : activated(people, account.user);
}

async function activated(people: Pick<People, "users" | "now">, user: User): Promise<User> {
  const active: User = { ...user, status: "active", version: user.version + 1, updatedAt: people.now() };
  if ((await people.users.save(active, user.version)) !== "saved") throw staleUser();
  return active;
}
