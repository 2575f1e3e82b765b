import { afterAll, beforeAll, expect, test } from "vitest";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { type ApiClient, listPath } from "./api-client.ts";
import { lend, type RunningLibrary, startLibrary } from "./running-library.ts";

let library: RunningLibrary;
let admin: ApiClient;
let librarian: ApiClient;
let desk: ApiClient;
let member: JsonObject;

beforeAll(async () => {
  library = await startLibrary();
  admin = await library.as("admin");
  librarian = await library.as("librarian");
  desk = await library.as("desk");
  const data = { firstName: "Rose", lastName: "Aubry", cardUntil: "2199-01-01", remarks: "hush hush" };
  member = (await librarian.post("/api/members", data)).body;
  await librarian.put(`/api/members/${member["id"]}`, { remarks: "hush again" });
});

afterAll(() => library[Symbol.asyncDispose]());

test("what a role may not read leaves by no way", async () => {
  const path = `/api/members/${member["id"]}`;
  const ways = [
    path,
    "/api/members",
    `${path}/history`,
    `${path}?at=${member["createdAt"]}`,
    "/api/members?format=csv",
  ];
  for (const way of [...ways, "/api/office", "/api/openapi.json"]) {
    expect((await desk.get(way)).text, way).not.toMatch(/hush|remarks|Remarks/);
  }
  expect((await librarian.get(path)).text).toContain("hush again");
  for (const query of [{ filter: { remarks: "hush again" } }, { sort: ["remarks", "ASC"] as const }]) {
    expect((await desk.get(listPath("members", query))).status).toBe(400);
  }
  expect((await desk.get(listPath("members", { filter: { q: "hush" } }))).list).toEqual([]);
  expect((await desk.get("/api/search?q=hush")).list).toEqual([]);
});

test("what a role may not write is refused", async () => {
  const answer = await desk.put(`/api/members/${member["id"]}`, { remarks: "mine" });
  expect([answer.status, answer.body["code"]]).toEqual([403, "may-not-write-field"]);
  expect((await desk.delete(`/api/members/${member["id"]}`)).status).toBe(403);
});

test("a scope shows a school its own members, and leaves it without those of others", async () => {
  const school = (await admin.post("/api/schools", { name: "Jules-Ferry" })).body;
  const other = (await admin.post("/api/schools", { name: "Voltaire" })).body;
  const pupil = { firstName: "Ali", lastName: "Ba", cardUntil: "2199-01-01" };
  const own = (await librarian.post("/api/members", { ...pupil, schoolId: school["id"] ?? "" })).body;
  const theirs = (await librarian.post("/api/members", { ...pupil, schoolId: other["id"] ?? "" })).body;
  const users = await admin.get(listPath("users", { filter: { q: "the school" } }));
  await admin.put(`/api/users/${users.list[0]?.["id"]}`, { fields: { schoolId: school["id"] ?? "" } });
  const client = await library.as("school");
  expect((await client.get("/api/members")).list.map((one) => one["id"])).toEqual([own["id"]]);
  expect((await client.get(`/api/members/${theirs["id"]}`)).status).toBe(404);
  expect((await client.get(`/api/members/${theirs["id"]}/history`)).status).toBe(404);
  expect((await client.get("/api/members?format=csv")).text.trim().split("\n")).toHaveLength(2);
});

test("whoever is not of the office is told the names that stand in what they read, and nobody's roles", async () => {
  const staff = (await desk.get("/api/staff")).list;
  expect(staff.map(({ name, roles }) => [name, roles])).toEqual([
    ["The admin", ["admin"]],
    ["The desk", ["desk"]],
    ["The librarian", ["librarian"]],
  ]);
  const { loan } = await lend(librarian);
  const [follower] = staff.filter(({ name }) => name === "The desk").map(({ id }) => String(id));
  await librarian.put(`/api/loans/${loan["id"]}`, { assigneeId: follower ?? "" });
  const told = (await (await library.as("school")).get("/api/staff")).list;
  expect(told).toContainEqual({ id: follower, name: "The desk", roles: [] });
  expect(told.map(({ name }) => name)).not.toContain("The admin");
  expect((await (await library.as("trustee")).get("/api/staff")).list).toEqual([]);
  expect((await library.stranger().get("/api/staff")).status).toBe(401);
});

test("a trustee reads no record at all", async () => {
  const trustee = await library.as("trustee");
  expect((await trustee.get("/api/members")).status).toBe(403);
  expect((await trustee.get("/api/office")).body["types"]).toEqual([]);
  expect((await trustee.get("/api/reports")).status).toBe(200);
  expect((await desk.get("/api/reports")).status).toBe(403);
});

test("reads of a person's file are logged, by whom and how", async () => {
  await desk.get(`/api/members/${member["id"]}`);
  const filter = { recordId: String(member["id"]) };
  const log = await admin.get(listPath("audit/reads", { filter, range: [0, 99] }));
  const told = log.list.map((read) => [read["actorName"], read["how"]]);
  expect(told[0]).toEqual(["The desk", "record"]);
  expect(told).toContainEqual(["The desk", "history"]);
  expect(told).toContainEqual(["The desk", "past"]);
  expect(told).toContainEqual(["The desk", "export"]);
  expect(log.list[0]?.["displayName"]).toBe("Rose Aubry");
  expect((await librarian.get("/api/audit/reads")).status).toBe(403);
});
