import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { localDay } from "../../../server/engine/time/calendar.ts";
import { eachDatabase, type TestPlace } from "../../support/databases.ts";
import { type ApiAnswer, type ApiClient, listPath } from "./api-client.ts";
import { lend, type RunningLibrary, startLibrary } from "./running-library.ts";

eachDatabase((_open, makePlace) => {
  let place: TestPlace;
  let library: RunningLibrary;
  let librarian: ApiClient;
  let desk: ApiClient;
  let admin: ApiClient;
  let loan: string;
  const missing = "0198c5e2-7d1a-7000-8f3b-5a1c2d3e4f50";

  beforeAll(async () => {
    place = await makePlace();
    library = await startLibrary({ databaseUrl: place.url });
    librarian = await library.as("librarian");
    desk = await library.as("desk");
    admin = await library.as("admin");
    loan = String((await lend(librarian)).loan["id"]);
  });

  afterAll(async () => {
    await library[Symbol.asyncDispose]();
    await place.remove();
  });

  const isProblem = (answer: ApiAnswer, status: number, code: string) => {
    expect([answer.status, answer.body["code"], answer.headers.get("content-type")]).toEqual([
      status,
      code,
      expect.stringContaining("application/problem+json"),
    ]);
    expect(String(answer.body["message"]).length).toBeGreaterThan(10);
  };

  describe("the order of refusals", () => {
    const malformed = { raw: { content: "{", type: "application/json" } };

    test("401 before everything", async () => {
      isProblem(await library.stranger().call("POST", "/api/nothing", malformed), 401, "signed-out");
    });

    test("whoever was signed out was told that there is nothing at an address with a null character", async () => {
      isProblem(await library.stranger().get("/api/books/%00"), 401, "signed-out");
      isProblem(await library.stranger().call("PUT", "/api/users/%00", malformed), 401, "signed-out");
    });

    test("404 before 400", async () => {
      isProblem(await librarian.call("POST", "/api/nothing", malformed), 404, "unknown-type");
      isProblem(await librarian.call("PUT", `/api/books/${missing}`, malformed), 404, "unknown-record");
      isProblem(await librarian.call("POST", `/api/loans/${missing}/events`, malformed), 404, "unknown-record");
      isProblem(await admin.post("/api/imports/nothing", {}), 404, "unknown-type");
      isProblem(await librarian.get("/api/books/not-an-id"), 404, "unknown-record");
    });

    test("400 before 403", async () => {
      isProblem(await desk.call("POST", "/api/books", malformed), 400, "malformed-json");
      isProblem(await desk.post(`/api/loans/${loan}/events`, { type: "NOPE" }), 400, "unknown-event");
      isProblem(await desk.post(`/api/loans/${loan}/events`, { type: "xstate.done.x" }), 400, "unknown-event");
    });

    test("403 before 409 and 422", async () => {
      isProblem(await desk.post("/api/books", { nope: 1 }), 403, "may-not-create");
      isProblem(await desk.post(`/api/loans/${loan}/events`, { type: "LOSE", version: 99 }), 403, "may-not-send-event");
    });

    test("409 before 422", async () => {
      const late = await librarian.post(`/api/loans/${loan}/events`, { type: "RESUME", version: 99 });
      isProblem(late, 409, "changed-meanwhile");
      isProblem(await librarian.post(`/api/loans/${loan}/events`, { type: "RESUME" }), 422, "not-in-stage");
    });
  });

  describe("bad input", () => {
    const cases: readonly (readonly [what: string, status: number, send: () => Promise<ApiAnswer>])[] = [
      ["an unknown field", 422, () => librarian.post("/api/books", { title: "X", colour: "red" })],
      ["a wrong type", 422, () => librarian.post("/api/books", { title: 7 })],
      ["a missing field", 422, () => librarian.post("/api/books", {})],
      ["a null character", 422, () => librarian.post("/api/books", { title: "a\u0000b" })],
      ["half a character", 422, () => librarian.call("POST", "/api/books", raw('{"title":"\\ud800"}'))],
      [
        "data without a bottom",
        422,
        () => librarian.call("POST", "/api/books", raw(`{"title":${"[".repeat(5000)}${"]".repeat(5000)}}`)),
      ],
      ["a prototype", 422, () => librarian.call("POST", "/api/books", raw('{"__proto__":{"title":"x"}}'))],
      ["a list for a record", 400, () => librarian.call("POST", "/api/books", raw("[]"))],
      ["a bare text", 400, () => librarian.call("POST", "/api/books", raw('"x"'))],
      ["malformed JSON", 400, () => librarian.call("POST", "/api/books", raw('{"title":'))],
      ["a form", 415, () => librarian.call("POST", "/api/books", { raw: { content: "title=x", type: "text/plain" } })],
      ["20 MB", 413, () => librarian.post("/api/books", { title: "x".repeat(20 * 1024 * 1024) })],
      ["a reference to nothing", 422, () => librarian.post("/api/loans", { memberId: missing, bookId: missing })],
      ["a changed stage", 422, () => librarian.put(`/api/loans/${loan}`, { stage: "returned" })],
      ["an unknown filter", 400, () => librarian.get(listPath("books", { filter: { colour: "red" } }))],
      ["a filter of the wrong type", 400, () => librarian.get(listPath("books", { filter: { copies_gte: "many" } }))],
      ["a filter that is a list", 400, () => librarian.get("/api/books?filter=[]")],
      ["a filter that is no JSON", 400, () => librarian.get("/api/books?filter=%7B")],
      [
        "a null character in a filter",
        400,
        () => librarian.get(`/api/books?filter=${encodeURIComponent('{"q":"')}%00${encodeURIComponent('"}')}`),
      ],
      [
        "an escaped null character in a filter",
        400,
        () => librarian.get(`/api/books?filter=${encodeURIComponent('{"title":"\\u0000"}')}`),
      ],
      ["a filter called as what every object has", 400, () => admin.get('/api/audit/reads?filter={"constructor":"x"}')],
      ["an unknown sort", 400, () => librarian.get(listPath("books", { sort: ["colour", "ASC"] }))],
      ["a wrong direction", 400, () => librarian.get(listPath("books", { sort: ["title", "UP"] }))],
      ["a range backwards", 400, () => librarian.get(listPath("books", { range: [9, 0] }))],
      ["a filter given twice", 400, () => librarian.get("/api/books?filter={}&filter={}")],
      ...["users/%00", "workflows/%00", "record-types/%00/versions", "books/%00"].map(
        (path) => [`a null character in ${path}`, 404, () => admin.get(`/api/${path}`)] as const,
      ),
      ["an address that cannot be decoded", 404, () => librarian.get("/api/books/%E0%A4%A")],
      ["an instant that is none", 400, () => librarian.get(`/api/loans/${loan}?at=yesterday`)],
      ["a version that is none", 400, () => librarian.put(`/api/loans/${loan}`, {}, { "if-match": "x" })],
      ["an unknown format", 400, () => librarian.get("/api/books?format=doc")],
      ["an event without a name", 400, () => librarian.post(`/api/loans/${loan}/events`, {})],
      ["an event to a record", 404, () => librarian.post(`/api/books/${missing}/events`, { type: "X" })],
      ["no file", 400, () => librarian.post("/api/files", {})],
      ["an unknown report", 404, () => librarian.get("/api/reports/nothing")],
      ["an unknown address", 404, () => librarian.get("/api/books/x/y/z")],
      ["somebody else's settings", 403, () => librarian.get("/api/workflows")],
    ];

    test("a text that cannot be kept was refused without a word on where it stands", async () => {
      const refused = await librarian.post("/api/books", { title: "a\u0000b" });
      expect(refused.body).toMatchObject({ code: "unstorable-text", errors: { title: expect.any(String) } });
    });

    test("a name that reaches a prototype was told to be a null character", async () => {
      const refused = await librarian.call("POST", "/api/books", raw('{"title":"X","__proto__":{"title":"x"}}'));
      expect(refused.body).toMatchObject({ code: "reserved-name", errors: { ["__proto__"]: expect.any(String) } });
    });

    for (const [what, status, send] of cases) {
      test(`${what}: ${status}`, async () => {
        const answer = await send();
        expect(answer.status).toBe(status);
        if (status >= 400) expect(answer.body).toHaveProperty("code");
      });
    }

    test("changes nothing", async () => {
      expect((await librarian.get("/api/books")).headers.get("content-range")).toBe("books 0-0/1");
      expect((await librarian.get(`/api/loans/${loan}`)).body["version"]).toBe(1);
    });
  });

  test("a misspelt member of a change was passed over in silence", async () => {
    const admin = await library.as("admin");
    const desks = (await admin.get("/api/users")).list;
    const account = `/api/users/${desks[0]?.["id"]}`;
    const misspelt = [
      await admin.put("/api/me", { langage: "fr" }),
      await admin.post("/api/tokens", { name: "Catalogue", roles: ["desk"], expires: "2199-01-01" }),
      await admin.put(account, { disable: true }),
      await admin.put("/api/plugins/any", { enable: false }),
      await admin.post("/api/views", { type: "books", name: "Mine", share: true }),
      await admin.post("/api/workflows/loans/publish", { acknowledged: true }),
    ];
    for (const answer of misspelt) isProblem(answer, 422, "unknown-member");
    expect(misspelt[0]?.body["errors"]).toEqual({ langage: "Not expected here." });
    expect((await admin.put(account, (await admin.get(account)).body)).status).toBe(200);
  });

  test("short lists were sorted by what they have not, and cut at half a row", async () => {
    const admin = await library.as("admin");
    isProblem(await admin.get(listPath("users", { sort: ["nothing", "ASC"] })), 400, "wrong-sort");
    isProblem(await admin.get(listPath("users", { range: [0.5, 2] })), 400, "wrong-range");
    isProblem(await admin.get(listPath("tokens", { filter: { nothing: 1 } })), 400, "unknown-filter");
    const names = async (direction: string) =>
      (await admin.get(listPath("users", { sort: ["name", direction], range: [0, 99] }))).list.map(({ name }) => name);
    expect(await names("DESC")).toEqual((await names("ASC")).toReversed());
  });

  test("lists of the office’s own answered nothing where a filter had a wrong type, or passed a sort over", async () => {
    const wrong = [
      listPath("audit/reads", { filter: { at_gte: "xx" } }),
      listPath("audit/reads", { filter: { at_lte: "2026-02-30" } }),
      listPath("audit/reads", { filter: { actorId: 5 } }),
      listPath("users", { filter: { createdAt: 5 } }),
      listPath("users", { filter: { createdAt: "yesterday" } }),
      listPath("users", { filter: { disabled: "no" } }),
      listPath("users", { filter: { roles: ["admin", 5] } }),
      listPath("users", { filter: { q: 5 } }),
      listPath("tokens", { filter: { lastUsedAt: true } }),
    ];
    for (const path of wrong) isProblem(await admin.get(path), 400, "wrong-filter");
    const unknown = [
      listPath("audit/reads", { filter: { at: "2026-02-28" } }),
      listPath("users", { filter: { fields: {} } }),
      listPath("users", { filter: { toString: "x" } }),
      listPath("incidents", { filter: { failedAt: "2026-02-28" } }),
    ];
    for (const path of unknown) isProblem(await admin.get(path), 400, "unknown-filter");
    const unsorted = ["audit/reads", "users", "tokens", "incidents"].flatMap((list) => [
      listPath(list, { sort: ["nothing", "ASC"] }),
      `/api/${list}?sort=["id"]`,
      `/api/${list}?sort=["id","ASC","x"]`,
    ]);
    for (const path of unsorted) isProblem(await admin.get(path), 400, "wrong-sort");
    isProblem(await admin.get(listPath("incidents", { filter: { resolved: "yes" } })), 400, "malformed-value");
    expect((await admin.get(listPath("incidents", { sort: ["failedAt", "DESC"] }))).status).toBe(200);
  });

  test("a day of the lists of the office’s own is the office’s day", async () => {
    await admin.get(`/api/loans/${loan}`);
    const { list } = await admin.get(listPath("users", { range: [0, 0] }));
    const day = localDay(String(list[0]?.["createdAt"]), "Europe/Paris");
    const numberOf = async (path: string) => (await admin.get(path)).list.length;
    expect(await numberOf(listPath("users", { filter: { createdAt: day, id: list[0]?.["id"] ?? null } }))).toBe(1);
    expect(await numberOf(listPath("users", { filter: { createdAt: "2020-01-01" } }))).toBe(0);
    const reads = await numberOf(listPath("audit/reads", { filter: { at_gte: "2020-01-01", at_lte: "9999-12-31" } }));
    expect(reads).toBe(await numberOf("/api/audit/reads"));
  });

  test("warnings of a record type are acknowledged beside its definition, or in the address", async () => {
    const admin = await library.as("admin");
    const definition = (await admin.get("/api/record-types/books")).body;
    const untold = { ...definition, title: { fr: "Livres" } };
    isProblem(await admin.put("/api/record-types/books", untold), 422, "warnings-to-acknowledge");
    const told = await admin.put("/api/record-types/books", { ...untold, acknowledge: true });
    expect([told.status, told.body]).toEqual([200, untold]);
    expect((await admin.put("/api/record-types/books?acknowledge=true", definition)).status).toBe(200);
  });

  test("is told in the language of the reader", async () => {
    const french = await librarian.get("/api/books/none", { "accept-language": "fr-FR,fr;q=0.9,en;q=0.5" });
    expect(french.body["message"]).toContain("n’existe pas");
    expect((await librarian.get("/api/books/none")).body["message"]).toContain("There is no record");
  });
});

function raw(content: string) {
  return { raw: { content, type: "application/json" } };
}
