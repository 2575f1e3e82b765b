import { afterAll, beforeAll, expect, test } from "vitest";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { eachDatabase, type TestPlace } from "../../support/databases.ts";
import { type ApiAnswer, type ApiClient, listPath } from "./api-client.ts";
import { lend, type RunningLibrary, startLibrary } from "./running-library.ts";

const under = (key: string) => ({ "idempotency-key": key });
const told = ({ status, body }: ApiAnswer) => [status, body["code"]];

function textFile(name: string, content: string): FormData {
  const form = new FormData();
  form.append("file", new Blob([content]), name);
  return form;
}

eachDatabase((_open, makePlace) => {
  let place: TestPlace;
  let library: RunningLibrary;
  let admin: ApiClient;
  let librarian: ApiClient;

  beforeAll(async () => {
    place = await makePlace();
    library = await startLibrary({ databaseUrl: place.url });
    admin = await library.as("admin");
    librarian = await library.as("librarian");
  });

  afterAll(async () => {
    await library[Symbol.asyncDispose]();
    await place.remove();
  });

  const keptRows = () => library.office.town.database.knex("answers").select();

  test("a file that is sent again with its key is kept once, another one under the same key is refused", async () => {
    const first = await librarian.post("/api/files", textFile("notes.txt", "Zoé called"), under("file"));
    const again = await librarian.post("/api/files", textFile("notes.txt", "Zoé called"), under("file"));
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect(await library.office.town.database.knex("files").select()).toHaveLength(1);
    const other = await librarian.post("/api/files", textFile("notes.txt", "Paul called"), under("file"));
    expect(told(other)).toEqual([422, "idempotency-key-reused"]);
  });

  test("a secret that is shown once is neither kept nor shown again, and what it opens is made once", async () => {
    const body = { name: "Catalogue", roles: ["desk"] };
    const first = await admin.post("/api/tokens", body, under("token"));
    const again = await admin.post("/api/tokens", body, under("token"));
    expect(told(again)).toEqual([409, "answer-not-kept"]);
    expect((await admin.get("/api/tokens")).list.map(({ id }) => id)).toEqual([first.body["id"]]);
    const invited = { name: "Ada", email: "ada@library.test", roles: ["desk"] };
    expect((await admin.post("/api/users", invited, under("user"))).status).toBe(201);
    expect(told(await admin.post("/api/users", invited, under("user")))).toEqual([409, "answer-not-kept"]);
    expect(JSON.stringify(await keptRows())).not.toContain(String(first.body["token"]));
  });

  test("what is kept cannot be read in the database", async () => {
    const { list } = await admin.get("/api/users");
    const ada = list.find(({ email }) => email === "ada@library.test");
    const changed = await admin.put(`/api/users/${ada?.["id"]}`, { name: "Ada Roux" }, under("rename"));
    expect(changed.body["name"]).toBe("Ada Roux");
    expect((await admin.put(`/api/users/${ada?.["id"]}`, { name: "Ada Roux" }, under("rename"))).text).toBe(
      changed.text,
    );
    expect(JSON.stringify(await keptRows())).not.toMatch(/Ada Roux|ada@/);
  });

  test("a key is one person's, whatever they used it for", async () => {
    const view = { type: "books", name: "Romans", filter: {} };
    const mine = await librarian.post("/api/views", view, under("mine"));
    const theirs = await admin.post("/api/views", view, under("mine"));
    expect([theirs.status, theirs.body["id"] === mine.body["id"]]).toEqual([201, false]);
    const asRecord = await librarian.post("/api/books", { title: "Sido" }, under("mine"));
    expect(told(asRecord)).toEqual([422, "idempotency-key-reused"]);
    expect((await librarian.post("/api/books", { title: "Sido" }, under("book"))).status).toBe(201);
    const asView = await librarian.post("/api/views", { ...view, name: "Others" }, under("book"));
    expect(told(asView)).toEqual([422, "idempotency-key-reused"]);
  });

  test("a refusal leaves the key unused; one that cannot be kept is refused", async () => {
    const refused = await librarian.post("/api/views", { type: "books" }, under("again"));
    expect(refused.status).toBe(400);
    const view = { type: "books", name: "Again", filter: {} };
    expect((await librarian.post("/api/views", view, under("again"))).status).toBe(201);
    const long = await librarian.post("/api/views", view, under("k".repeat(201)));
    expect(told(long)).toEqual([400, "malformed-idempotency-key"]);
  });

  test("of several at once one is carried out, and answers all that come after it", async () => {
    const body = { name: "At once", roles: ["desk"] };
    const asked = Array.from({ length: 8 }, () => admin.post("/api/tokens", body, under("at once")));
    const statuses = (await Promise.all(asked)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    const { list } = await admin.get("/api/tokens");
    expect(list.filter(({ name }) => name === "At once")).toHaveLength(1);
  });

  test("an answer is not given to whoever has other roles since, nor lost by a restart", async () => {
    const people = library.office.town.people;
    const desk = (await people.users.all()).find(({ email }) => email === "desk@library.test");
    const view = { type: "books", name: "Desk", filter: {} };
    const first = await (await library.as("desk")).post("/api/views", view, under("roles"));
    expect(first.status).toBe(201);
    await library.restart();
    admin = await library.as("admin");
    librarian = await library.as("librarian");
    expect((await (await library.as("desk")).post("/api/views", view, under("roles"))).text).toBe(first.text);
    await admin.put(`/api/users/${desk?.id}`, { roles: ["desk", "librarian"] });
    expect(told(await (await library.as("desk")).post("/api/views", view, under("roles")))).toEqual([
      409,
      "answer-not-kept",
    ]);
    await admin.put(`/api/users/${desk?.id}`, { roles: ["desk"] });
  });

  const claimOf = async (key: string, leaseUntil: string) => {
    const { body } = await librarian.get("/api/auth/me");
    return { actorId: String((body["user"] as JsonObject)["id"]), roles: ["librarian"], key, leaseUntil };
  };

  test("a key whose process died is not in use for seven days: whoever asks is told that nobody knows, then it is free", async () => {
    const now = new Date().toISOString();
    const lost = await claimOf("died", now);
    await library.office.town.answers.claim(lost, now);
    const send = () => librarian.post("/api/views", { type: "books", name: "Died", filter: {} }, under("died"));
    expect(told(await send())).toEqual([409, "outcome-unknown"]);
    const made = await send();
    expect(made.status).toBe(201);
    // Should the first one be there after all, it changes nothing any more.
    await library.office.town.answers.keep(lost, { digest: "another", answer: null });
    await library.office.town.answers.release(lost);
    expect((await send()).text).toBe(made.text);
  });

  test("a request that is being carried out keeps its key until its lease is over", async () => {
    const claim = await claimOf("under way", "9999-01-01T00:00:00.000Z");
    await library.office.town.answers.claim(claim, new Date().toISOString());
    const send = () => librarian.post("/api/views", { type: "books", name: "Later", filter: {} }, under("under way"));
    expect([told(await send()), told(await send())]).toEqual(Array(2).fill([409, "idempotency-key-in-use"]));
    await library.office.town.answers.release(claim);
    expect((await send()).status).toBe(201);
  });

  test("a write that a defect broke off is told so at once, not after its lease", async () => {
    const { knex } = library.office.town.database;
    const body = { name: "Broken off", roles: ["desk"] };
    await knex.schema.renameTable("api_tokens", "hidden_tokens");
    expect((await admin.post("/api/tokens", body, under("defect"))).status).toBe(500);
    await knex.schema.renameTable("hidden_tokens", "api_tokens");
    expect(told(await admin.post("/api/tokens", body, under("defect")))).toEqual([409, "outcome-unknown"]);
    expect((await admin.post("/api/tokens", body, under("defect"))).status).toBe(201);
    expect((await admin.get("/api/tokens")).list.filter(({ name }) => name === "Broken off")).toHaveLength(1);
  });

  test("cases that a filter found are given once, and answered again when it finds them no more", async () => {
    const staff = (await librarian.get("/api/staff")).list;
    const [one, other] = ["admin", "librarian"].map((role) =>
      String(staff.find(({ name }) => name === `The ${role}`)?.["id"]),
    );
    const { loan } = await lend(librarian);
    await librarian.post(
      "/api/loans/assignments",
      { ids: [String(loan["id"])], assigneeId: one ?? "" },
      under("g".repeat(200)),
    );
    const asked = { filter: { assigneeId: one ?? "" }, assigneeId: other ?? "" };
    const first = await librarian.post("/api/loans/assignments", asked, under("pass on"));
    expect(first.list).toMatchObject([{ ok: true, record: { id: loan["id"], assigneeId: other, version: 3 } }]);
    expect((await librarian.post("/api/loans/assignments", asked, under("pass on"))).list).toEqual(first.list);
    const handOver = () => librarian.post(`/api/staff/${other}/hand-over`, { to: one ?? "" }, under("holidays"));
    const handed = await handOver();
    expect(handed.list).toMatchObject([{ ok: true, record: { id: loan["id"], assigneeId: one, version: 4 } }]);
    expect((await handOver()).list).toEqual(handed.list);
    const { list } = await librarian.get(listPath("loans", { filter: { id: [String(loan["id"])] } }));
    expect(list).toMatchObject([{ assigneeId: one, version: 4 }]);
  });
});
