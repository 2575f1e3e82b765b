import { afterAll, beforeAll, expect, test } from "vitest";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import type { ApiClient } from "./api-client.ts";
import { type RunningLibrary, startLibrary } from "./running-library.ts";

let library: RunningLibrary;
let librarian: ApiClient;
let desk: ApiClient;

beforeAll(async () => {
  library = await startLibrary();
  librarian = await library.as("librarian");
  desk = await library.as("desk");
});

afterAll(() => library[Symbol.asyncDispose]());

const romans = { type: "books", name: "Romans", filter: { q: "émile" }, sort: ["title", "DESC"], columns: ["author"] };
const namesFor = async (client: ApiClient, type = "books") =>
  ((await client.get(`/api/views?type=${type}`)).body as unknown as JsonObject[]).map(({ name }) => name);

test("a saved view is its owner's alone until it is shared with the office, and goes when it is deleted", async () => {
  const saved = await librarian.post("/api/views", romans);
  expect([saved.status, saved.body]).toEqual([
    201,
    { id: saved.body["id"], ...romans, shared: false, mine: true, owner: "The librarian" },
  ]);
  expect([await namesFor(librarian), await namesFor(desk)]).toEqual([["Romans"], []]);
  const shared = await librarian.post("/api/views", { ...romans, shared: true });
  expect(shared.body["id"]).toBe(saved.body["id"]);
  expect([await namesFor(librarian), await namesFor(desk)]).toEqual([["Romans"], ["Romans"]]);
  expect((await desk.delete(`/api/views/${saved.body["id"]}`)).status).toBe(403);
  expect((await librarian.delete(`/api/views/${saved.body["id"]}`)).status).toBe(200);
  expect(await namesFor(desk)).toEqual([]);
});

test("those who are not of the office neither share views nor are offered those of the office", async () => {
  await librarian.post("/api/views", { type: "books", name: "Rares", filter: {}, shared: true });
  const school = await library.as("school");
  expect(await namesFor(school)).toEqual([]);
  expect((await school.post("/api/views", { type: "books", name: "Nôtres", shared: true })).status).toBe(403);
});

test("a view that asks for what its reader may not read is not offered", async () => {
  const saved = await librarian.post("/api/views", {
    type: "members",
    name: "Notes",
    filter: { remarks_null: false },
    shared: true,
  });
  expect(saved.status).toBe(201);
  expect(await namesFor(librarian, "members")).toEqual(["Notes"]);
  expect(await namesFor(desk, "members")).toEqual([]);
});

test("a view without a name, of an unknown type or by an unknown field is refused", async () => {
  expect((await librarian.post("/api/views", { type: "books", name: " " })).body["code"]).toBe("view-without-name");
  expect((await librarian.post("/api/views", { type: "nothing", name: "x" })).status).toBe(404);
  expect((await librarian.post("/api/views", { type: "books", name: "x", filter: { no: 1 } })).status).toBe(400);
  expect((await librarian.post("/api/views", { type: "books", name: "x", sort: ["title"] })).status).toBe(400);
});
