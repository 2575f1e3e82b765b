import { afterAll, beforeAll, expect, test } from "vitest";
import { changeUser } from "../../../server/domain/users/change-user.ts";
import { addUser, inviteUser } from "../../../server/domain/users/invite-user.ts";
import { freePort } from "../../support/free-port.ts";
import { type IdentityServer, PlainBrowser, startIdentityServer } from "../../support/identity-server.ts";
import { password, type RunningLibrary, startLibrary } from "./running-library.ts";

let identity: IdentityServer;
let library: RunningLibrary;
let office: string;

beforeAll(async () => {
  const port = await freePort();
  office = `http://localhost:${port}`;
  identity = await startIdentityServer(`${office}/api/auth/oidc/callback`, {
    invited: { email: "Invited@Library.test", email_verified: true },
    working: { email: "librarian@library.test", email_verified: true },
    disabled: { email: "disabled@library.test", email_verified: true },
    stranger: { email: "stranger@library.test", email_verified: true },
    unverified: { email: "desk@library.test", email_verified: false },
    unsaid: { email: "desk@library.test" },
    nameless: {},
  });
  const { issuer, clientId, clientSecret } = identity;
  library = await startLibrary({ port, oidc: { issuer, clientId, clientSecret, trustsEmail: false } });
  const { people } = library.office.town;
  await inviteUser(people, { email: "invited@library.test", name: "Invited", roles: ["librarian"] });
  await addUser(people, { email: "disabled@library.test", name: "Disabled", roles: ["desk"] }, password);
  const account = await people.users.accountByEmail("disabled@library.test");
  await changeUser(people, account?.user.id ?? "", { patch: { disabled: true } });
});

afterAll(async () => {
  await library[Symbol.asyncDispose]();
  await identity[Symbol.asyncDispose]();
});

/** Signs in at the provider under that name and says yes to everything; answers where it leads. */
async function signInAs(name: string, browser = new PlainBrowser()) {
  let page = await browser.open(`${office}/api/auth/oidc`);
  for (let forms = 0; forms < 3 && page.url.startsWith(identity.issuer); forms += 1) {
    const action = /<form[^>]* action="([^"]+)"/.exec(page.text)?.[1] ?? "";
    const prompt = /name="prompt" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
    const form = new URLSearchParams({ prompt, ...(prompt === "login" && { login: name, password: "any" }) });
    page = await browser.open(new URL(action, page.url).href, { form });
  }
  const me = await browser.open(`${office}/api/auth/me`);
  return { url: page.url, status: me.status, me: JSON.parse(me.text) };
}

test("the sign-in page says whether there is a provider", async () => {
  expect((await library.stranger().get("/api/auth/office")).body).toMatchObject({ oidc: true });
  await using plain = await startLibrary();
  expect((await plain.stranger().get("/api/auth/office")).body).toMatchObject({ oidc: false });
  expect((await plain.stranger().get("/api/auth/oidc")).status).toBe(404);
});

test("somebody with an account comes in, whatever the case of their address", async () => {
  const { url, status, me } = await signInAs("working");
  expect(url).toBe(`${office}/`);
  expect([status, me.user]).toEqual([200, expect.objectContaining({ email: "librarian@library.test" })]);
});

test("somebody who was invited comes in without a password, and is active from then on", async () => {
  const { people } = library.office.town;
  expect((await people.users.accountByEmail("invited@library.test"))?.user.status).toBe("invited");
  const { status, me } = await signInAs("invited");
  expect([status, me.user.email]).toEqual([200, "invited@library.test"]);
  const account = await people.users.accountByEmail("invited@library.test");
  expect([account?.user.status, account?.passwordHash]).toEqual(["active", null]);
});

test.each([
  ["stranger", "identity-unknown"],
  ["disabled", "identity-unknown"],
  ["unverified", "identity-unverified"],
  ["unsaid", "identity-unverified"],
  ["nameless", "identity-unverified"],
])("%s is led back to the sign-in page, which says why; no account is made", async (name, problem) => {
  const { people } = library.office.town;
  const before = (await people.users.all()).length;
  const { url, status } = await signInAs(name);
  expect(url).toBe(`${office}/login?problem=${problem}`);
  expect(status).toBe(401);
  expect(await people.users.all()).toHaveLength(before);
});

test("an answer of the provider serves once, only the browser that asked, and only to our question", async () => {
  const asking = new PlainBrowser();
  const atProvider = await asking.open(`${office}/api/auth/oidc`);
  const question = new URL(atProvider.url).pathname;
  expect(question).toContain("/interaction/");
  const isCallback = (url: string) => url.startsWith(`${office}/api/auth/oidc/callback`);
  let page = atProvider;
  for (let forms = 0; forms < 3 && page.status !== 0; forms += 1) {
    const action = /<form[^>]* action="([^"]+)"/.exec(page.text)?.[1] ?? "";
    const prompt = /name="prompt" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
    const form = new URLSearchParams({ prompt, ...(prompt === "login" && { login: "working", password: "any" }) });
    page = await asking.open(new URL(action, page.url).href, { form, stop: isCallback });
  }
  const stolen = page.url;
  expect(stolen).toContain("code=");
  const refused = `${office}/login?problem=identity-refused`;
  expect((await new PlainBrowser().open(stolen)).url).toBe(refused);
  const forged = new URL(stolen);
  forged.searchParams.set("state", "another");
  const other = new PlainBrowser();
  await other.open(`${office}/api/auth/oidc`, { stop: (url) => url.startsWith(identity.issuer) });
  expect((await other.open(forged.href)).url).toBe(refused);
  expect((await asking.open(stolen)).url).toBe(`${office}/`);
  expect((await asking.open(stolen)).url).toBe(refused);
});

test("somebody who changes their mind at the provider is led back", async () => {
  const browser = new PlainBrowser();
  const atProvider = await browser.open(`${office}/api/auth/oidc`);
  const page = await browser.open(`${atProvider.url}/abort`);
  expect(page.url).toBe(`${office}/login?problem=identity-refused`);
});

test("a provider that does not answer leads back to the sign-in page", async () => {
  const nobody = `http://127.0.0.1:${await freePort()}`;
  const oidc = { issuer: nobody, clientId: "x", clientSecret: "y", trustsEmail: false };
  await using lonely = await startLibrary({ oidc });
  const answer = await lonely.stranger().get("/api/auth/oidc");
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/login?problem=identity-unreachable"]);
});

test("a provider that is trusted for its addresses need not say that they are verified", async () => {
  await library.restart({
    oidc: {
      issuer: identity.issuer,
      clientId: identity.clientId,
      clientSecret: identity.clientSecret,
      trustsEmail: true,
    },
  });
  const { url, me } = await signInAs("unsaid");
  expect(url).toBe(`${office}/`);
  expect(me.user.email).toBe("desk@library.test");
  expect((await signInAs("unverified")).url).toBe(`${office}/login?problem=identity-unverified`);
  expect((await signInAs("nameless")).url).toBe(`${office}/login?problem=identity-unverified`);
});
