import { mailLink } from "./mail-link.ts";
import { emailTaken, type Invitation, newUser } from "./new-user.ts";
import type { People } from "./people.ts";
import type { User } from "./user.ts";
import { invalidAccount } from "./user-errors.ts";

/**
 * Opens an account and sends its invitation; `link` is there when it could not be sent.
 * @throws DomainError `invalid-account`.
 */
export async function inviteUser(
  people: People,
  invitation: Invitation,
): Promise<{ readonly user: User; readonly link: string | null }> {
  const user = newUser(people, invitation);
  if (!(await people.users.insert({ user, passwordHash: null }))) throw invalidAccount({ email: emailTaken });
  const { link } = await mailLink(people, "invitation", user);
  return { user, link };
}

/** An account with a password from the start: for samples. @throws DomainError `invalid-account`. */
export async function addUser(people: People, invitation: Invitation, password: string): Promise<User> {
  const user: User = { ...newUser(people, invitation), status: "active" };
  const passwordHash = await people.passwords.hash(password);
  if (!(await people.users.insert({ user, passwordHash }))) throw invalidAccount({ email: emailTaken });
  return user;
}
