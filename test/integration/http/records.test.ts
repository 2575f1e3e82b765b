import { afterAll, beforeAll, expect, test } from "vitest";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { eachDatabase, type TestPlace } from "../../support/databases.ts";
import { type ApiClient, listPath } from "./api-client.ts";
import { lend, type RunningLibrary, startLibrary } from "./running-library.ts";

eachDatabase((_open, makePlace) => {
  let place: TestPlace;
  let library: RunningLibrary;
  let librarian: ApiClient;

  beforeAll(async () => {
    place = await makePlace();
    library = await startLibrary({ databaseUrl: place.url });
    librarian = await library.as("librarian");
    for (const title of ["Zone", "Été", "abeille", "Éden"]) {
      await librarian.post("/api/books", { title, copies: title.length, shelf: "novels", author: "Camus" });
    }
  });

  afterAll(async () => {
    await library[Symbol.asyncDispose]();
    await place.remove();
  });

  test("a list has its place in Content-Range, text in the order of a dictionary", async () => {
    const page = await librarian.get(listPath("books", { sort: ["title", "ASC"], range: [0, 2] }));
    expect(page.headers.get("content-range")).toBe("books 0-2/4");
    expect(page.list.map((book) => book["title"])).toEqual(["abeille", "Éden", "Été"]);
    const rest = await librarian.get(listPath("books", { sort: ["title", "ASC"], range: [3, 9] }));
    expect(rest.headers.get("content-range")).toBe("books 3-3/4");
    const none = await librarian.get(listPath("books", { filter: { q: "nothing of the kind" } }));
    expect([none.headers.get("content-range"), none.list]).toEqual(["books */0", []]);
  });

  test("filters compare, hold several values, and search by prefix without accents", async () => {
    const titles = async (filter: { [key: string]: string | number | string[] }) => {
      const { list } = await librarian.get(listPath("books", { filter, sort: ["title", "ASC"] }));
      return list.map((book) => book["title"]);
    };
    expect(await titles({ copies_gte: 4, copies_lt: 7 })).toEqual(["Éden", "Zone"]);
    expect(await titles({ title: ["Zone", "Été"] })).toEqual(["Été", "Zone"]);
    expect(await titles({ q: "ete cam" })).toEqual(["Été"]);
    const all = await librarian.get(listPath("books", { sort: ["id", "ASC"] }));
    const ids = all.list.map((book) => String(book["id"]));
    expect((await librarian.get(listPath("books", { filter: { id: ids } }))).list).toHaveLength(4);
  });

  test("PUT lays fields over the record, keeps the rest, and minds the version", async () => {
    const { body } = await librarian.post("/api/books", { title: "Nadja", copies: 1 });
    const path = `/api/books/${body["id"]}`;
    const changed = await librarian.put(path, { ...body, copies: 2 });
    expect(changed.body).toMatchObject({ title: "Nadja", copies: 2, version: 2 });
    const stale = await librarian.put(path, { copies: 3 }, { "if-match": '"1"' });
    expect([stale.status, stale.body["code"], (stale.body["current"] as { copies: number }).copies]).toEqual([
      412,
      "stale-version",
      2,
    ]);
    const inBody = await librarian.put(path, { copies: 3, version: 1 });
    expect(inBody.status).toBe(412);
    const same = await librarian.put(path, { copies: 2 }, { "if-match": '"2"' });
    expect(same.body["version"]).toBe(2);
  });

  test("whoever edits or deletes an old version is told who changed what and when, as far as their role reads it", async () => {
    const desk = await library.as("desk");
    const { body } = await librarian.post("/api/members", { firstName: "Ida", lastName: "Roux" });
    const path = `/api/members/${body["id"]}`;
    const changed = await librarian.put(path, { email: "ida@library.test", remarks: "Came with her sister" });
    const told = (changes: JsonObject) => ({
      status: 412,
      body: {
        code: "stale-version",
        message: expect.stringContaining("The librarian"),
        current: { id: body["id"], email: "ida@library.test", version: 2 },
        since: [
          { actor: { name: "The librarian" }, event: "update", version: 2, at: changed.body["updatedAt"], changes },
        ],
      },
    });
    const email = { email: { from: null, to: "ida@library.test" } };
    const whole = { ...email, remarks: { from: null, to: "Came with her sister" } };
    const byHeader = await desk.put(path, { email: "i@library.test" }, { "if-match": '"1"' });
    const byBody = await desk.put(path, { email: "i@library.test", version: 1 });
    for (const answer of [byHeader, byBody]) {
      expect(answer).toMatchObject(told(email));
      expect(answer.text).not.toMatch(/remarks|sister/);
    }
    expect(await librarian.delete(path, { "if-match": '"1"' })).toMatchObject(told(whole));
    const again = await desk.put(path, { email: "i@library.test" }, { "if-match": '"2"' });
    expect([again.status, again.body["email"]]).toEqual([200, "i@library.test"]);
  });

  test("the past is told by history and ?at=, and a deletion leaves a tombstone", async () => {
    const { body } = await librarian.post("/api/books", { title: "First" });
    const path = `/api/books/${body["id"]}`;
    const second = await librarian.put(path, { title: "Second" });
    const past = await librarian.get(`${path}?at=${body["updatedAt"]}`);
    expect(past.body["title"]).toBe("First");
    const deleted = await librarian.delete(path);
    expect(deleted.body).toMatchObject({ id: body["id"], title: "Second" });
    expect((await librarian.get(path)).status).toBe(404);
    const history = await librarian.get(`${path}/history`);
    expect(history.list.map((entry) => [entry["seq"], entry["event"]])).toEqual([
      [1, "create"],
      [2, "update"],
      [3, "delete"],
    ]);
    expect(history.list[1]).toMatchObject({
      at: second.body["updatedAt"],
      actor: { name: "The librarian" },
      changes: { title: { from: "First", to: "Second" } },
    });
  });

  test("what others refer to is not deleted", async () => {
    const { book } = await lend(librarian);
    const answer = await librarian.delete(`/api/books/${book["id"]}`);
    expect([answer.status, answer.body["code"]]).toEqual([409, "referred-to"]);
  });

  test("every write that is sent again with its key is answered as the first time", async () => {
    const key = (name: string) => ({ "idempotency-key": name });
    const book = { title: "Once", author: "Anon", copies: 1 };
    const made = await librarian.post("/api/books", book, key("make"));
    const path = `/api/books/${made.body["id"]}`;
    expect((await librarian.post("/api/books", book, key("make"))).body).toEqual(made.body);
    const changed = await librarian.put(path, { copies: 2 }, key("change"));
    await librarian.put(path, { copies: 3 });
    expect((await librarian.put(path, { copies: 2 }, key("change"))).body).toEqual(changed.body);
    const other = await librarian.put(path, { copies: 4 }, key("change"));
    expect([other.status, other.body["code"]]).toEqual([422, "idempotency-key-reused"]);
    expect((await librarian.get(path)).body).toMatchObject({ copies: 3, version: 3 });
    const same = await librarian.put(path, { title: "Once" }, key("same"));
    await librarian.put(path, { title: "Twice" });
    expect((await librarian.put(path, { title: "Once" }, key("same"))).body).toEqual(same.body);
    expect((await librarian.get(path)).body).toMatchObject({ title: "Twice", version: 4 });
    const deleted = await librarian.delete(path, key("delete"));
    expect([deleted.status, deleted.body["copies"]]).toEqual([200, 3]);
    expect((await librarian.delete(path, key("delete"))).body).toEqual(deleted.body);
    expect((await librarian.delete(path)).status).toBe(404);
  });

  test("a case moves by events, tells its next steps, and replays an answer by its key", async () => {
    const { loan } = await lend(librarian);
    const path = `/api/loans/${loan["id"]}`;
    expect(loan).toMatchObject({ stage: "out.reading", status: "active", version: 1, workflowVersion: 1 });
    const actions = await librarian.get(`${path}/actions`);
    const offered = actions.list.map((action) => [action["event"], action["allowed"]]);
    expect(offered).toContainEqual(["RENEW", true]);
    const key = { "idempotency-key": "once" };
    const first = await librarian.post(`${path}/events`, { type: "RENEW" }, key);
    const again = await librarian.post(`${path}/events`, { type: "RENEW" }, key);
    expect([first.status, again.status, again.body["version"]]).toEqual([200, 200, first.body["version"]]);
    const old = await librarian.post(`${path}/events`, { type: "RENEW", version: 1 });
    expect([old.status, (old.body["current"] as { version: number }).version]).toEqual([409, 2]);
    const many = await librarian.post("/api/loans/events", { ids: [String(loan["id"]), "no"], type: "SUSPEND" });
    expect(many.list.map((result) => result["ok"])).toEqual([true, false]);
    const links = await librarian.get(`${path}/links`);
    expect(links.list.map((link) => link["field"]).sort()).toEqual(["bookId", "memberId"]);
    const board = await librarian.get("/api/boards/loans");
    expect((board.body["columns"] as { stage: string }[]).map((column) => column.stage)).toEqual([
      "out.reading",
      "out.overdue",
      "returned",
    ]);
  });
});
