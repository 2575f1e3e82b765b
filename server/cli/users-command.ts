import { changeUser } from "../domain/users/change-user.ts";
import { inviteUser } from "../domain/users/invite-user.ts";
import { mailLink } from "../domain/users/mail-link.ts";
import type { People } from "../domain/users/people.ts";
import { type Account, normalEmail } from "../domain/users/user.ts";
import { unknownUser } from "../domain/users/user-errors.ts";
import { type Command, type CommandContext, UsageError, wordAt } from "./command.ts";

/** `users list|invite|reset|disable|enable`. */
export const usersCommand: Command = {
  usage: "users list | invite ADRESSE --name NOM --role RÔLE… | reset ADRESSE | disable ADRESSE | enable ADRESSE",
  about: { fr: "les comptes et leurs liens à usage unique", en: "accounts and their one-time links" },
  async run(context) {
    const { people } = await context.town();
    switch (wordAt(context, 0)) {
      case "list":
        for (const { email, name, roles, status } of await people.users.all()) {
          context.print(`${email}  ${name}  [${roles.join(", ")}]  ${status}`);
        }
        return true;
      case "invite":
        return invite(context, people);
      case "reset": {
        const { user, passwordHash } = await accountOf(context, people);
        const { link } = await mailLink(people, passwordHash === null ? "invitation" : "reset", user);
        printLink(context, link, user.email);
        return true;
      }
      case "disable":
      case "enable": {
        const { user } = await accountOf(context, people);
        const changed = await changeUser(people, user.id, { patch: { disabled: context.words[0] === "disable" } });
        context.print(`${changed.email}  ${changed.status}`);
        return true;
      }
      default:
        throw new UsageError();
    }
  },
};

async function invite(context: CommandContext, people: People): Promise<boolean> {
  const email = wordAt(context, 1);
  const { name = email, role = [] } = context.options;
  const { link } = await inviteUser(people, { email, name, roles: role });
  printLink(context, link, email);
  return true;
}

async function accountOf(context: CommandContext, people: People): Promise<Account> {
  const account = await people.users.accountByEmail(normalEmail(wordAt(context, 1)));
  if (!account) throw unknownUser();
  return account;
}

function printLink({ print }: CommandContext, link: string | null, email: string): void {
  if (link === null) print({ fr: `Un message est parti à ${email}.`, en: `A message was sent to ${email}.` });
  else print({ fr: `Lien à usage unique pour ${email} :\n  ${link}`, en: `One-time link for ${email}:\n  ${link}` });
}
