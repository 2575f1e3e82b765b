import { mailLink } from "./mail-link.ts";
import type { People } from "./people.ts";
import { normalEmail } from "./user.ts";

/**
 * Sends a reset link to the address, if an account has it and mail can be sent; without SMTP an administrator makes
 * the link. The caller answers before this ends, so that nobody learns which addresses have an account.
 */
export async function forgottenPassword(people: People, email: string): Promise<void> {
  const account = await people.users.accountByEmail(normalEmail(email));
  if (!account || account.user.status === "disabled" || !people.mailer) return;
  await mailLink(people, account.passwordHash === null ? "invitation" : "reset", account.user);
}
