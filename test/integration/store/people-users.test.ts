import { expect, test } from "vitest";
import { peopleMigrations } from "../../../server/adapters/sql/people/people-migrations.ts";
import { PeopleUsers } from "../../../server/adapters/sql/people/people-users.ts";
import { storeMigrations } from "../../../server/adapters/sql/tables/migrations.ts";
import type { User } from "../../../server/domain/users/user.ts";
import { eachDatabase } from "../../support/databases.ts";

const at = "2026-03-02T08:00:00.000Z";

function userCalled(id: string): User {
  const account = { roles: ["desk"], status: "active", language: null, fields: {}, epoch: 0 } as const;
  return { id, name: id, email: `${id}@library.test`, ...account, version: 1, createdAt: at, updatedAt: at };
}

eachDatabase((open) => {
  test("of two who took one address at the same moment, the second met a defect", async () => {
    await using database = await open([...storeMigrations, ...peopleMigrations]);
    const users = new PeopleUsers(database);
    const [ada, bob] = [userCalled("ada"), userCalled("bob")];
    for (const user of [ada, bob]) await users.insert({ user, passwordHash: null });
    const taken = (user: User) => users.save({ ...user, email: "desk@library.test", version: 2 }, 1);
    expect((await Promise.all([taken(ada), taken(bob)])).sort()).toEqual(["email-taken", "saved"]);
    expect(await users.save({ ...ada, version: 3 }, 1)).toBe("stale");
  });
});
