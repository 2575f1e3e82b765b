import { expect, test } from "vitest";
import { type Database, openDatabase } from "../../../server/adapters/sql/database.ts";
import { peopleMigrations } from "../../../server/adapters/sql/people/people-migrations.ts";
import { PeopleUsers } from "../../../server/adapters/sql/people/people-users.ts";
import { migrate } from "../../../server/adapters/sql/tables/migrate.ts";
import { storeMigrations } from "../../../server/adapters/sql/tables/migrations.ts";
import { isActiveAdmin, type User } from "../../../server/domain/users/user.ts";
import { eachDatabase } from "../../support/databases.ts";

const at = "2026-03-02T08:00:00.000Z";

function userCalled(id: string): User {
  const account = { roles: ["desk"], status: "active", language: null, fields: {}, epoch: 0 } as const;
  return { id, name: id, email: `${id}@library.test`, ...account, version: 1, createdAt: at, updatedAt: at };
}

const migrations = [...storeMigrations, ...peopleMigrations];

eachDatabase((open, makePlace) => {
  test("of two who took one address at the same moment, the second met a defect", async () => {
    await using database = await open(migrations);
    const users = new PeopleUsers(database);
    const [ada, bob] = [userCalled("ada"), userCalled("bob")];
    for (const user of [ada, bob]) await users.insert({ user, passwordHash: null });
    const taken = (user: User) => users.save({ ...user, email: "desk@library.test", version: 2 }, 1);
    expect((await Promise.all([taken(ada), taken(bob)])).sort()).toEqual(["email-taken", "saved"]);
    expect(await users.save({ ...ada, version: 3 }, 1)).toBe("stale");
  });

  test("administrators who gave the role up at the same moment left an office that nobody could administer", async () => {
    await using database = await open(migrations);
    const users = new PeopleUsers(database);
    const admins = ["ada", "bob", "cleo"].map((id) => ({ ...userCalled(id), roles: ["admin", "desk"] }));
    for (const user of [userCalled("dan"), ...admins]) await users.insert({ user, passwordHash: null });
    const [ada, bob, cleo] = admins;
    const changes = [
      { ...ada, roles: ["desk"] },
      { ...bob, status: "disabled" },
      { ...cleo, roles: ["desk"] },
    ] as User[];
    const outcomes = await Promise.all(changes.map((user) => users.save({ ...user, version: 2 }, 1)));
    expect(outcomes.sort()).toEqual(["last-admin", "saved", "saved"]);
    expect((await users.all()).filter(isActiveAdmin)).toHaveLength(1);
  });

  test("two processes in which two administrators took the role from each other left none", async () => {
    const place = await makePlace();
    const [here, there] = [await openDatabase(place.url), await openDatabase(place.url)];
    await migrate(here, migrations);
    for (let round = 0; round < 5; round += 1) {
      const [ada, bob] = [`ada${round}`, `bob${round}`].map((id) => ({ ...userCalled(id), roles: ["admin"] }));
      if (!ada || !bob) throw new Error("two are made");
      await here.knex("users").delete();
      for (const user of [ada, bob]) await new PeopleUsers(here).insert({ user, passwordHash: null });
      const demote = (database: Database, user: User) =>
        new PeopleUsers(database).save({ ...user, roles: ["desk"], version: 2 }, 1);
      const outcomes = await Promise.allSettled([demote(here, bob), demote(there, ada)]);
      const saved = outcomes.filter((outcome) => outcome.status === "fulfilled" && outcome.value === "saved");
      expect(saved).toHaveLength(1);
      expect((await new PeopleUsers(there).all()).filter(isActiveAdmin)).toHaveLength(1);
    }
    await Promise.all([here.close(), there.close()]);
    await place.remove();
  });
});
