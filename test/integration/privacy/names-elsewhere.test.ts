import { afterAll, beforeAll, expect, test } from "vitest";
import { backupLines } from "../../../server/adapters/sql/backup/backup-lines.ts";
import { verifyAudit } from "../../../server/domain/audit/verify-audit.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { eachDatabase } from "../../support/databases.ts";
import { type LibraryOnPlace, libraryOn } from "./library-on.ts";

const card = { cardUntil: "2199-01-01" };

eachDatabase((_open, makePlace) => {
  let town: LibraryOnPlace;

  beforeAll(async () => {
    town = await libraryOn(makePlace);
    await callBooksAfterTheirGivers();
  });

  afterAll(() => town[Symbol.asyncDispose]());

  /** Books are not about whoever gave them: they stay when that person is erased. */
  async function callBooksAfterTheirGivers(): Promise<void> {
    const type = (await town.admin.get("/api/record-types/books")).body;
    const schema = type["schema"] as JsonObject;
    const giver = { type: "string", "x-reference": "members", "x-title": { fr: "Don de", en: "Given by" } };
    const properties = { ...(schema["properties"] as JsonObject), giverId: giver };
    const changed = {
      ...type,
      display: "{title} – {giverId}",
      schema: { ...schema, properties },
      privacy: { about: [] },
    };
    expect((await town.admin.put("/api/record-types/books?acknowledge=true", changed)).status).toBe(200);
  }

  async function everythingStored(): Promise<string> {
    const lines: string[] = [];
    for await (const line of backupLines(town.library.office.town.database, "now")) lines.push(line);
    return lines.join("");
  }

  /** A book that somebody gave, lent to somebody else: the loan is called after the book, the book after its giver. */
  async function gift(giverName: string) {
    const make = async (type: string, data: JsonObject) => (await town.librarian.post(`/api/${type}`, data)).body;
    const email = `${giverName}@exemple.fr`.toLowerCase();
    const giver = await make("members", { firstName: "Jean-Honoré", lastName: giverName, email });
    const reader = await make("members", { firstName: "Zoé", lastName: "Étienne", ...card });
    const given = { title: "Émile", copies: 2, giverId: String(giver["id"]) };
    const once = { "Idempotency-Key": `gift of ${giver["id"]}` };
    const book = (await town.librarian.post("/api/books", given, once)).body;
    const loan = await make("loans", { memberId: String(reader["id"]), bookId: String(book["id"]) });
    return { giver: String(giver["id"]), book: String(book["id"]), loan: String(loan["id"]), given, once };
  }

  test("what is called after an erased person, however far, is found and sorted without the name", async () => {
    const { giver, book, loan, given, once } = await gift("Fragonard");
    const { knex } = town.library.office.town.database;
    const labels = async () =>
      (await knex("records").whereIn("id", [book, loan]).orderBy("type")).map(({ label }) => label);
    expect(await labels()).toEqual(["Émile – Jean-Honoré Fragonard", "Zoé Étienne – Émile – Jean-Honoré Fragonard"]);
    const before = (await town.librarian.get(`/api/books/${book}`)).body;
    expect(before["displayName"]).toContain("Fragonard");

    expect((await town.admin.post(`/api/members/${giver}/erase`, { confirm: true })).status).toBe(200);
    expect(await labels()).toEqual(["Émile", "Zoé Étienne – Émile"]);
    expect(await everythingStored()).not.toMatch(/Fragonard/i);
    const after = (await town.librarian.get(`/api/books/${book}`)).body;
    expect(after).toMatchObject({ version: before["version"], displayName: "Émile" });

    const lentAt = (await town.librarian.get(`/api/loans/${loan}`)).body["updatedAt"];
    const at = encodeURIComponent(String(lentAt));
    const pages = await Promise.all(
      [
        '/api/books?sort=["displayName","ASC"]',
        "/api/books?format=csv",
        "/api/loans?format=csv",
        `/api/books/${book}/links`,
        `/api/books/${book}/history`,
        `/api/books/${book}?at=${at}`,
        `/api/loans/${loan}/links`,
        `/api/loans/${loan}?at=${at}`,
        `/api/members/${giver}/history`,
        "/api/search?q=fragonard",
        "/api/search?q=emile",
        "/api/boards/loans",
        "/api/my-day",
        "/api/audit/reads",
        "/api/incidents",
      ].map((path) => town.admin.get(path)),
    );
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
    for (const { text } of pages) expect(text).not.toMatch(/fragonard/i);
    const repeated = await town.librarian.post("/api/books", given, once);
    expect(repeated.text).not.toMatch(/fragonard/i);
    expect((await verifyAudit(town.library.office.town.audit, () => undefined)).findings).toEqual([]);
  });

  test("what waits to be sent about a record goes when it names an erased person, and nothing else does", async () => {
    const { giver, book } = await gift("Watteau");
    const { knex } = town.library.office.town.database;
    const waiting = (key: string, params: object) =>
      knex("outbox").insert({
        key,
        params: JSON.stringify(params),
        record_id: book,
        record_type: "books",
        type: "send-letter",
        actor_id: "ada",
        actor_name: "Ada",
        due_at: "2199-01-01T00:00:00.000Z",
        depth: 0,
      });
    await waiting("thanks", { text: "Thank you, Jean-Honoré Watteau" });
    await waiting("by mail", { to: "WATTEAU@exemple.fr" });
    await waiting("label", { text: "Bind it in leather" });
    const kept = { source: "effect", kind: "effect:send-letter", record_type: "books", record_id: book, attempts: 7 };
    const said = {
      failed_at: "2026-03-02T08:00:00.000Z",
      code: "mail",
      message: JSON.stringify({ fr: "Non", en: "No" }),
    };
    await knex("incidents").insert({ id: "i1", key: "by mail", ...kept, ...said });
    await town.admin.post(`/api/members/${giver}/erase`, { confirm: true });
    const left: { key: string }[] = await knex("outbox").where({ record_id: book });
    expect(left.map(({ key }) => key)).toEqual(["label"]);
    expect(await knex("incidents").where({ record_id: book })).toEqual([]);
    expect(await everythingStored()).not.toMatch(/Watteau/i);
  });
});
