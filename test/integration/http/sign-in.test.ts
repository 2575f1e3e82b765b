import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeLink } from "../../../server/domain/users/links.ts";
import type { ApiClient } from "./api-client.ts";
import { password, type RunningLibrary, startLibrary } from "./running-library.ts";

let library: RunningLibrary;
let admin: ApiClient;

beforeAll(async () => {
  library = await startLibrary();
  admin = await library.as("admin");
});

afterAll(() => library[Symbol.asyncDispose]());

/** Invites someone and lets them choose their password. */
async function join(email: string, role: string): Promise<ApiClient> {
  const invited = await admin.post("/api/users", { email, name: email, roles: [role] });
  const client = library.stranger();
  await client.post(`/api/auth/links/${tokenIn(invited.body["link"])}`, { password: "a very long sentence" });
  return client;
}

function tokenIn(link: unknown): string {
  return new URL(String(link)).searchParams.get("link") ?? "";
}

describe("a session", () => {
  test("is told by /me, in a cookie that no script reads", async () => {
    const client = library.stranger();
    expect((await client.get("/api/auth/me")).status).toBe(401);
    const answer = await client.post("/api/auth/login", { email: " Librarian@Library.test ", password });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax$/);
    const me = await client.get("/api/auth/me");
    expect(me.body["user"]).toMatchObject({ name: "The librarian", roles: ["librarian"] });
    expect((await client.post("/api/auth/logout")).status).toBe(204);
    expect((await client.get("/api/auth/me")).status).toBe(401);
  });

  test("does not come back with the cookie of one that was signed out", async () => {
    const client = await library.as("librarian");
    const { cookie } = client;
    await client.post("/api/auth/logout");
    client.cookie = cookie;
    expect((await client.get("/api/auth/me")).status).toBe(401);
  });

  test("survives a restart", async () => {
    const other = await startLibrary();
    await using _other = other;
    const client = await other.as("librarian");
    const { cookie } = client;
    await other.restart();
    const again = other.stranger();
    again.cookie = cookie;
    expect((await again.get("/api/auth/me")).status).toBe(200);
  });

  test("ends when the account is disabled, and when its roles change", async () => {
    const client = await join("leaver@library.test", "desk");
    const id = userId(await client.get("/api/auth/me"));
    expect((await admin.put(`/api/users/${id}`, { roles: ["librarian"] })).status).toBe(200);
    expect((await client.get("/api/auth/me")).status).toBe(401);
    await client.post("/api/auth/login", { email: "leaver@library.test", password: "a very long sentence" });
    await admin.put(`/api/users/${id}`, { disabled: true });
    expect((await client.get("/api/auth/me")).status).toBe(401);
    const refused = { email: "leaver@library.test", password: "a very long sentence" };
    expect((await client.post("/api/auth/login", refused)).status).toBe(401);
  });

  test("ends elsewhere when its owner changes their password", async () => {
    const here = await join("changer@library.test", "desk");
    const there = library.stranger();
    const credentials = { email: "changer@library.test", password: "a very long sentence" };
    await there.post("/api/auth/login", credentials);
    const wrong = await here.put("/api/me", { currentPassword: "no", password: "another long sentence" });
    expect(wrong.body["errors"]).toHaveProperty("currentPassword");
    const changed = { currentPassword: "a very long sentence", password: "another long sentence" };
    expect((await here.put("/api/me", changed)).status).toBe(200);
    expect((await there.get("/api/auth/me")).status).toBe(401);
    expect((await here.get("/api/auth/me")).status).toBe(200);
  });
});

test("a wrong password and an unknown address are answered alike", async () => {
  const wrong = await library.stranger().post("/api/auth/login", { email: "desk@library.test", password: "no" });
  const unknown = await library.stranger().post("/api/auth/login", { email: "nobody@library.test", password: "no" });
  expect([wrong.status, wrong.text]).toEqual([401, unknown.text]);
});

test("tries of one account are limited, valid sign-ins are not", async () => {
  const client = library.stranger();
  const tries = Array.from({ length: 11 }, () =>
    client.post("/api/auth/login", { email: "x@library.test", password: "n" }),
  );
  const statuses = (await Promise.all(tries)).map((answer) => answer.status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  await expect(library.as("desk")).resolves.toBeDefined();
});

test("what was tried was kept in memory for a quarter of an hour, two megabytes of it each time", async () => {
  const client = library.stranger();
  const long = "y".repeat(1000);
  const statuses: number[] = [];
  for (let number = 0; number < 11; number += 1) {
    const answer = await client.post("/api/auth/login", { email: `${long}${number}`, password: "n" });
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([...Array(10).fill(401), 429]);
});

test("a write from another site's page is refused, one of a machine's token is not", async () => {
  const librarian = await library.as("librarian");
  const foreign = await librarian.post("/api/books", { title: "X" }, { origin: "https://elsewhere.test" });
  expect([foreign.status, foreign.body["code"]]).toEqual([403, "foreign-origin"]);
  const sameSite = await librarian.post("/api/books", { title: "X" }, { "sec-fetch-site": "same-site" });
  expect(sameSite.status).toBe(403);
  expect((await librarian.post("/api/books", { title: "X" }, { origin: library.office.url })).status).toBe(201);
});

test("accounts of a sample are shown and work on this machine alone", async () => {
  await using other = await startLibrary();
  const desk = (await other.office.town.people.users.all()).find(({ email }) => email === "desk@library.test");
  await other.office.town.settings.set("sample", { id: "story", state: "loaded", userIds: [desk?.id ?? ""] });
  await other.restart();
  const page = await other.stranger().get("/api/auth/office");
  expect(page.body).toMatchObject({ sample: true, signIns: [{ email: "desk@library.test", title: "Front desk" }] });
  const { cookie } = await other.as("desk");
  await other.restart({ publicUrl: "https://library.example" });
  expect((await other.stranger().get("/api/auth/office")).body).toMatchObject({ sample: false, signIns: [] });
  await expect(other.as("desk")).rejects.toThrow(/cannot sign in/);
  await expect(other.as("librarian")).resolves.toBeDefined();
  const before = other.stranger();
  before.cookie = cookie;
  expect((await before.get("/api/auth/me")).status).toBe(401);
});

test("a token is shown once, has its roles alone, and is worthless once revoked", async () => {
  const made = await admin.post("/api/tokens", { name: "Catalogue", roles: ["librarian"] });
  const authorization = `Bearer ${made.body["token"]}`;
  const machine = library.stranger();
  const written = await machine.post("/api/books", { title: "Y" }, { authorization, origin: "https://elsewhere.test" });
  expect(written.status).toBe(201);
  expect((await machine.get("/api/users", { authorization })).status).toBe(403);
  expect((await admin.get("/api/tokens")).text).not.toContain(String(made.body["token"]));
  await admin.delete(`/api/tokens/${made.body["id"]}`);
  expect((await machine.get("/api/books", { authorization })).status).toBe(401);
});

describe("a one-time link", () => {
  test("is shown without SMTP, sets a password that is long enough, and serves once", async () => {
    const invited = await admin.post("/api/users", { email: "new@library.test", name: "New", roles: ["desk"] });
    const path = `/api/auth/links/${tokenIn(invited.body["link"])}`;
    const client = library.stranger();
    expect((await client.get(path)).body).toMatchObject({ purpose: "invitation", email: "new@library.test" });
    const short = await client.post(path, { password: "short" });
    expect([short.status, Object.keys(short.body["errors"] ?? {})]).toEqual([422, ["password"]]);
    expect((await client.post(path, { password: "long enough to keep" })).status).toBe(200);
    expect((await client.get("/api/auth/me")).status).toBe(200);
    expect((await library.stranger().post(path, { password: "long enough to keep" })).status).toBe(404);
  });

  test("said that it had been used or had expired, whichever had happened to it or to its account", async () => {
    const { people } = library.office.town;
    const client = await join("late@library.test", "desk");
    const id = userId(await client.get("/api/auth/me"));
    const user = await people.users.get(id);
    const refusal = async (token: string) => {
      const { status, body } = await library.stranger().get(`/api/auth/links/${token}`);
      return [status, body["code"]];
    };
    expect(await refusal("never-made")).toEqual([404, "unknown-link"]);
    const longAgo = { ...people, now: () => "2020-01-01T00:00:00.000Z" };
    expect(await refusal(tokenIn(await makeLink(longAgo, "reset", user)))).toEqual([404, "expired-link"]);
    const token = tokenIn((await admin.post(`/api/users/${id}/reset-link`)).body["link"]);
    expect(await refusal(token)).toEqual([200, undefined]);
    await admin.put(`/api/users/${id}`, { disabled: true });
    expect(await refusal(token)).toEqual([404, "link-of-disabled-account"]);
  });

  test("of an earlier reset is void once there is a later one", async () => {
    const client = await join("twice@library.test", "desk");
    const id = userId(await client.get("/api/auth/me"));
    const first = await admin.post(`/api/users/${id}/reset-link`);
    await admin.post(`/api/users/${id}/reset-link`);
    expect((await client.get(`/api/auth/links/${tokenIn(first.body["link"])}`)).status).toBe(404);
  });
});

test("accounts are the administrator's, and the last of them stays", async () => {
  expect((await (await library.as("librarian")).get("/api/users")).status).toBe(403);
  const page = await admin.get(`/api/users?filter=${encodeURIComponent('{"q":"the adm"}')}`);
  expect(page.headers.get("content-range")).toBe("users 0-0/1");
  const last = await admin.put(`/api/users/${page.list[0]?.["id"]}`, { disabled: true });
  expect([last.status, last.body["code"]]).toEqual([409, "last-admin"]);
  const unknown = await admin.post("/api/users", { email: "nowhere", name: "", roles: ["ghost"] });
  expect(Object.keys(unknown.body["errors"] ?? {}).sort()).toEqual(["email", "name", "roles"]);
});

test("the first administrator's link was used up, and said to be, by an address that has an account", async () => {
  const link = await makeLink(library.office.town.people, "first-admin", null);
  const client = library.stranger();
  const redeem = (email: string) =>
    client.post(`/api/auth/links/${tokenIn(link)}`, { email, name: "Ada", password: "long enough to keep" });
  const taken = await redeem("librarian@library.test");
  expect([taken.status, Object.keys(taken.body["errors"] ?? {})]).toEqual([422, ["email"]]);
  expect((await redeem("ada@library.test")).status).toBe(200);
  expect((await client.get("/api/auth/me")).body).toMatchObject({ user: { roles: ["admin"] } });
});

function userId(me: { readonly body: { readonly [field: string]: unknown } }): string {
  const { user } = me.body as { user: { id: string } };
  return user.id;
}
