import { afterAll, beforeAll, expect, test } from "vitest";
import { createToken, revokeToken } from "../../../server/domain/users/api-tokens.ts";
import { changeUser } from "../../../server/domain/users/change-user.ts";
import { KnownUsers } from "../../../server/http/sign-in/known-users.ts";
import { isStillSignedIn } from "../../../server/http/sign-in/still-signed-in.ts";
import { type RunningLibrary, startLibrary } from "./running-library.ts";

let library: RunningLibrary;

beforeAll(async () => {
  library = await startLibrary();
});

afterAll(() => library[Symbol.asyncDispose]());

test("a machine whose token was revoked went on hearing what changed", async () => {
  const { people } = library.office.town;
  const known = new KnownUsers({ people, isLocked: () => false });
  const { token } = await createToken(people, { name: "Catalogue", roles: ["desk"], createdBy: "a test" });
  const isStill = () => isStillSignedIn({ people, known }, { principal: token, user: undefined });
  expect(await isStill()).toBe(true);
  await revokeToken(people, token.id);
  expect(await isStill()).toBe(false);
});

test("somebody who may no longer sign in hears no more", async () => {
  const { people } = library.office.town;
  const known = new KnownUsers({ people, isLocked: () => false });
  const user = (await people.users.all()).find(({ roles }) => roles.includes("desk"));
  if (!user) throw new Error("The library has a desk");
  const isStill = () => isStillSignedIn({ people, known }, { principal: user, user });
  expect(await isStill()).toBe(true);
  await changeUser(people, user.id, { patch: { disabled: true } });
  known.changed(user.id);
  expect(await isStill()).toBe(false);
});
