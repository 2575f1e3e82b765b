import type { JsonObject } from "../../plugin-api/json.ts";
import type { Language, Text } from "../../plugin-api/text.ts";
import { mailLink } from "./mail-link.ts";
import type { People } from "./people.ts";
import { isEmail, normalEmail, type User } from "./user.ts";
import { invalidAccount } from "./user-errors.ts";

export interface Invitation {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly language?: Language | null;
  readonly fields?: JsonObject;
}

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

/** @throws DomainError `invalid-account` */
export function checkAccount(people: People, account: Pick<User, "email" | "name" | "roles">): void {
  const errors: { [field: string]: Text } = {};
  if (!isEmail(account.email)) errors["email"] = { fr: "Indiquez une adresse e-mail.", en: "Give an e-mail address." };
  if (!account.name || account.name.length > 200) errors["name"] = { fr: "Indiquez un nom.", en: "Give a name." };
  const unknown = account.roles.filter((role) => !people.roles().includes(role));
  if (account.roles.length === 0) errors["roles"] = { fr: "Donnez au moins un rôle.", en: "Give at least one role." };
  if (unknown.length > 0) {
    errors["roles"] = {
      fr: `Rôle inconnu : ${unknown.join(", ")}. Ce bureau connaît ${people.roles().join(", ")}.`,
      en: `Unknown role: ${unknown.join(", ")}. This office has ${people.roles().join(", ")}.`,
    };
  }
  if (Object.keys(errors).length > 0) throw invalidAccount(errors);
}

export const emailTaken: Text = {
  fr: "Un compte existe déjà avec cette adresse.",
  en: "There is already an account with this address.",
};

function newUser(people: People, invitation: Invitation): User {
  const now = people.now();
  const user: User = {
    id: people.newId(),
    email: normalEmail(invitation.email),
    name: invitation.name.trim(),
    roles: [...new Set(invitation.roles)],
    status: "invited",
    language: invitation.language ?? null,
    fields: invitation.fields ?? {},
    epoch: 0,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  checkAccount(people, user);
  return user;
}
