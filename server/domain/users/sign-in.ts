import type { People } from "./people.ts";
import { normalEmail, type User } from "./user.ts";
import { wrongPassword } from "./user-errors.ts";

/**
 * The user behind an address and a password. Takes as long for an address that nobody has.
 * @throws DomainError `wrong-password`, whichever of the two is wrong, and for a disabled account.
 */
export async function signIn(
  people: Pick<People, "users" | "passwords">,
  credentials: { readonly email: string; readonly password: string },
): Promise<User> {
  const account = await people.users.accountByEmail(normalEmail(credentials.email));
  const right = await people.passwords.verify(account?.passwordHash ?? null, credentials.password);
  if (!account || !right || account.user.status !== "active") throw wrongPassword();
  return account.user;
}
