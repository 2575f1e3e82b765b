import { passwordFault } from "./passwords.ts";
import type { People } from "./people.ts";
import type { User } from "./user.ts";
import { invalidAccount, unknownUser } from "./user-errors.ts";

/** One's own password, the present one being known. Ends every session. @throws DomainError `invalid-account`. */
export async function changePassword(
  people: People,
  userId: string,
  asked: { readonly currentPassword: string; readonly password: string },
): Promise<User> {
  const account = await people.users.account(userId);
  if (!account) throw unknownUser();
  if (!(await people.passwords.verify(account.passwordHash, asked.currentPassword))) {
    throw invalidAccount({
      currentPassword: { fr: "Ce n’est pas votre mot de passe actuel.", en: "This is not your present password." },
    });
  }
  const fault = passwordFault(asked.password, account.user);
  if (fault) throw invalidAccount({ password: fault });
  await people.users.setPassword(userId, await people.passwords.hash(asked.password), people.now());
  const changed = await people.users.get(userId);
  if (!changed) throw unknownUser();
  return changed;
}
