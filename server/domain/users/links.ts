import { accountFaults, emailTaken, type Invitation, newUser } from "./new-user.ts";
import { linkHours, type OneTimeLink } from "./one-time-link.ts";
import { passwordFault } from "./passwords.ts";
import type { People } from "./people.ts";
import { newSecretToken, tokenHash } from "./secret-token.ts";
import { normalEmail, type User } from "./user.ts";
import { expiredLink, invalidAccount, linkOfDisabledAccount, unknownLink } from "./user-errors.ts";

/** Makes a one-time link and voids the earlier ones of that purpose. Returns its full address, shown or sent once. */
export async function makeLink(people: People, purpose: OneTimeLink["purpose"], user: User | null): Promise<string> {
  const token = newSecretToken();
  await people.links.removeFor(purpose, user?.id ?? null);
  await people.links.insert({
    tokenHash: tokenHash(token),
    purpose,
    userId: user?.id ?? null,
    epoch: user?.epoch ?? 0,
    expiresAt: new Date(Date.parse(people.now()) + linkHours[purpose] * 3_600_000).toISOString(),
  });
  return `${people.publicUrl()}/login?link=${token}`;
}

/** What the holder of a link is shown; nobody's address and name in the first administrator's. */
export interface OpenedLink {
  readonly purpose: OneTimeLink["purpose"];
  readonly email: string | null;
  readonly name: string | null;
}

/** What a link is for, without using it up. @throws DomainError `unknown-link`, `expired-link`, `link-of-disabled-account`. */
export async function openLink(people: People, token: string): Promise<OpenedLink> {
  const { link, user } = await findLink(people, token);
  return { purpose: link.purpose, email: user?.email ?? null, name: user?.name ?? null };
}

/**
 * Uses a link up: sets the password, and for the first administrator makes the account.
 * @throws DomainError what {@link openLink} throws, or `invalid-account` which leaves the link usable.
 */
export async function redeemLink(
  people: People,
  token: string,
  asked: { readonly password: string; readonly email?: string; readonly name?: string },
): Promise<User> {
  const { link, user } = await findLink(people, token);
  const { email = "", name = "", password } = asked;
  const who = user ?? { email: normalEmail(email), name: name.trim(), roles: ["admin"] };
  const fault = passwordFault(password, who);
  const isTaken = user === null && (await people.users.accountByEmail(who.email)) !== null;
  const faults = {
    ...(fault ? { password: fault } : {}),
    ...(user ? {} : accountFaults(people, who)),
    ...(isTaken ? { email: emailTaken } : {}),
  };
  if (Object.keys(faults).length > 0) throw invalidAccount(faults);
  const passwordHash = await people.passwords.hash(password);
  if (!(await people.links.consume(link.tokenHash))) throw unknownLink();
  const { id } = user ?? (await addFirstAdmin(people, who));
  await people.users.setPassword(id, passwordHash, people.now());
  const ready = await people.users.get(id);
  if (!ready) throw unknownLink();
  return ready;
}

async function findLink(people: People, token: string): Promise<{ link: OneTimeLink; user: User | null }> {
  const link = await people.links.find(tokenHash(token));
  if (!link) throw unknownLink();
  const user = link.userId === null ? null : await people.users.get(link.userId);
  if (user?.status === "disabled") throw linkOfDisabledAccount();
  if (link.expiresAt <= people.now()) throw expiredLink();
  if (link.userId !== null && user?.epoch !== link.epoch) throw unknownLink();
  return { link, user };
}

async function addFirstAdmin(people: People, who: Invitation): Promise<User> {
  const user = newUser(people, who);
  if (!(await people.users.insert({ user, passwordHash: null }))) throw invalidAccount({ email: emailTaken });
  return user;
}
