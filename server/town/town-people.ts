import { Argon2Passwords } from "../adapters/passwords/argon2-passwords.ts";
import type { Database } from "../adapters/sql/database.ts";
import { PeopleLinks } from "../adapters/sql/people/people-links.ts";
import { PeopleTokens } from "../adapters/sql/people/people-tokens.ts";
import type { PeopleUsers } from "../adapters/sql/people/people-users.ts";
import type { StaffDirectory } from "../domain/changes/office.ts";
import type { OfficeRegistry } from "../domain/definitions/office-registry.ts";
import type { OpenOffice } from "../domain/effects/open-office.ts";
import { staffRoles } from "../domain/rights/staff-roles.ts";
import type { People } from "../domain/users/people.ts";
import { inLanguage } from "../plugin-api/text.ts";
import { channelMailer } from "../plugin-host/channel-mailer.ts";
import type { PluginHost } from "../plugin-host/plugin-host.ts";
import type { TownOptions } from "./town.ts";

/** Who works in the office now: the active accounts with a role of its staff. */
export function staffOf(registry: OfficeRegistry, users: PeopleUsers): StaffDirectory {
  return {
    async isStaff(userId) {
      const user = await users.get(userId);
      const staff = staffRoles(registry.office());
      return user?.status === "active" && user.roles.some((role) => staff.has(role));
    },
  };
}

/** Accounts, links and tokens of a town, on its clock. */
export function peopleOf(
  { clock, publicUrl }: Pick<TownOptions, "clock" | "publicUrl">,
  needs: {
    readonly database: Database;
    readonly users: PeopleUsers;
    readonly office: OpenOffice["office"];
    readonly plugins: PluginHost;
  },
): People {
  const { database, users, office, plugins } = needs;
  const definition = () => office.registry.office();
  return {
    users,
    links: new PeopleLinks(database),
    tokens: new PeopleTokens(database),
    passwords: new Argon2Passwords(),
    get mailer() {
      return channelMailer(plugins.channels(), office.newId);
    },
    now: () => clock.now(),
    newId: office.newId,
    roles: () => [...new Set(["admin", ...definition().roles.map((role) => role.id)])],
    officeName: (language) => inLanguage(definition().name, language),
    publicUrl,
  };
}
