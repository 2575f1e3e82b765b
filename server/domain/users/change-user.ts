import type { JsonObject } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";
import { checkAccount, emailTaken } from "./new-user.ts";
import type { People } from "./people.ts";
import { normalEmail, type User } from "./user.ts";
import { invalidAccount, lastAdmin, staleUser, unknownUser } from "./user-errors.ts";

/** What is to be changed of an account; what is not named stays. */
export interface UserPatch {
  readonly email?: string;
  readonly name?: string;
  readonly roles?: readonly string[];
  readonly language?: Language | null;
  readonly fields?: JsonObject;
  readonly disabled?: boolean;
}

/**
 * Changes an account. New roles, a new address or a disabling end its sessions.
 * @throws DomainError `unknown-user`, `stale-version`, `invalid-account`, `last-admin`.
 */
export async function changeUser(
  people: People,
  id: string,
  asked: { readonly patch: UserPatch; readonly basedOn?: number },
): Promise<User> {
  const account = await people.users.account(id);
  if (!account) throw unknownUser();
  const before = account.user;
  if (asked.basedOn !== undefined && asked.basedOn !== before.version) throw staleUser();
  const after = patched(before, asked.patch, account.passwordHash !== null);
  checkAccount(people, after);
  const endsSessions =
    after.status !== before.status || after.email !== before.email || !sameRoles(after.roles, before.roles);
  const saved = {
    ...after,
    epoch: before.epoch + (endsSessions ? 1 : 0),
    version: before.version + 1,
    updatedAt: people.now(),
  };
  const outcome = await people.users.save(saved, before.version);
  if (outcome === "email-taken") throw invalidAccount({ email: emailTaken });
  if (outcome === "last-admin") throw lastAdmin();
  if (outcome === "stale") throw staleUser();
  return saved;
}

function patched(user: User, patch: UserPatch, hasPassword: boolean): User {
  const enabled = hasPassword ? "active" : "invited";
  const status = patch.disabled === undefined ? user.status : patch.disabled ? "disabled" : enabled;
  return {
    ...user,
    status,
    email: patch.email === undefined ? user.email : normalEmail(patch.email),
    name: patch.name === undefined ? user.name : patch.name.trim(),
    roles: patch.roles === undefined ? user.roles : [...new Set(patch.roles)],
    language: patch.language === undefined ? user.language : patch.language,
    fields: patch.fields === undefined ? user.fields : patch.fields,
  };
}

const sameRoles = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((role) => b.includes(role));
