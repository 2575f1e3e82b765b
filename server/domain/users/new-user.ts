import type { JsonObject } from "../../plugin-api/json.ts";
import type { Language, Text } from "../../plugin-api/text.ts";
import type { People } from "./people.ts";
import { isEmail, normalEmail, type User } from "./user.ts";
import { invalidAccount } from "./user-errors.ts";

/** Who an account is opened for, and what they may do. */
export interface Invitation {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly language?: Language | null;
  readonly fields?: JsonObject;
}

/** The account of somebody who has chosen no password yet, not kept so far. @throws DomainError `invalid-account`. */
export function newUser(people: People, invitation: Invitation): User {
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

type Essentials = Pick<User, "email" | "name" | "roles">;

/** @throws DomainError `invalid-account`, with what {@link accountFaults} finds. */
export function checkAccount(people: Pick<People, "roles">, account: Essentials): void {
  const faults = accountFaults(people, account);
  if (Object.keys(faults).length > 0) throw invalidAccount(faults);
}

/** What is wrong with an account, by field; whether its address is taken, only the store can tell. */
export function accountFaults(people: Pick<People, "roles">, account: Essentials): { readonly [field: string]: Text } {
  const faults: { [field: string]: Text } = {};
  if (!isEmail(account.email)) faults["email"] = { fr: "Indiquez une adresse e-mail.", en: "Give an e-mail address." };
  if (!account.name || account.name.length > 200) faults["name"] = { fr: "Indiquez un nom.", en: "Give a name." };
  const unknown = account.roles.filter((role) => !people.roles().includes(role));
  if (account.roles.length === 0) faults["roles"] = { fr: "Donnez au moins un rôle.", en: "Give at least one role." };
  if (unknown.length > 0) {
    faults["roles"] = {
      fr: `Rôle inconnu : ${unknown.join(", ")}. Ce bureau connaît ${people.roles().join(", ")}.`,
      en: `Unknown role: ${unknown.join(", ")}. This office has ${people.roles().join(", ")}.`,
    };
  }
  return faults;
}

/** What is said at the address of an account that another has already. */
export const emailTaken: Text = {
  fr: "Un compte existe déjà avec cette adresse.",
  en: "There is already an account with this address.",
};
