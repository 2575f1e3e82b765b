import { afterAll, beforeAll, expect, test } from "vitest";
import { backupLines } from "../../../server/adapters/sql/backup/backup-lines.ts";
import { replay } from "../../../server/domain/audit/replay.ts";
import { sealChains } from "../../../server/domain/audit/seal-chains.ts";
import { verifyAudit } from "../../../server/domain/audit/verify-audit.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { eachDatabase } from "../../support/databases.ts";
import { lend } from "../http/running-library.ts";
import { type LibraryOnPlace, libraryOn } from "./library-on.ts";

eachDatabase((_open, makePlace) => {
  let town: LibraryOnPlace;

  beforeAll(async () => {
    town = await libraryOn(makePlace);
  });

  afterAll(() => town[Symbol.asyncDispose]());

  /** Someone with a loan, a reservation and a task, whose words are nowhere else. */
  async function someone(name: string) {
    const { book, member, loan } = await lend(town.librarian);
    const data = { lastName: name, remarks: `${name} likes Zola`, email: `${name}@exemple.fr`.toLowerCase() };
    await town.librarian.put(`/api/members/${member["id"]}`, data);
    const wanted = { memberId: member["id"] ?? "", bookId: book["id"] ?? "" };
    const reservation = (await town.librarian.post("/api/reservations", wanted)).body;
    await town.librarian.post(`/api/loans/${loan["id"]}/events`, { type: "SUSPEND", note: `${name} is away` });
    await town.librarian.post(`/api/loans/${loan["id"]}/events`, { type: "RESUME" });
    const task = { title: `Call ${name}`, caseType: "loans", caseId: loan["id"] ?? "" };
    const about = (await town.librarian.post("/api/tasks", task)).body;
    return { book, member: member["id"], loan: loan["id"], reservation: reservation["id"], task: about["id"] };
  }

  async function everythingStored(): Promise<string> {
    const lines: string[] = [];
    for await (const line of backupLines(town.library.office.town.database, "now")) lines.push(line);
    return lines.join("");
  }

  test("what would be erased is told in words, and nothing is touched", async () => {
    const { member } = await someone("Delacroix");
    const { status, body } = await town.admin.get(`/api/members/${member}/erase`);
    expect(status).toBe(200);
    expect(body["gone"]).toEqual([
      "Members: 1 erased whole, history included.",
      "Loans: 1 made anonymous, history included.",
      "Reservations: 1 erased whole, history included.",
      "Tasks: 1 erased whole, history included.",
    ]);
    expect(body["stays"]).toEqual([
      "Loans, for figures: Book, Due on, Condition when returned.",
      "That there were these records, when they changed and by whom, without what was written in them.",
      "The log of reads, as long as the office decides, and the backups until they are replaced.",
    ]);
    expect((await town.librarian.get(`/api/members/${member}`)).body["lastName"]).toBe("Delacroix");
  });

  test("is for the administrator, for people, and has to be confirmed", async () => {
    const { member, book } = await someone("Courbet");
    const path = `/api/members/${member}/erase`;
    expect((await town.librarian.get(path)).status).toBe(403);
    expect((await town.librarian.post(path, { confirm: true })).status).toBe(403);
    const unsure = await town.admin.post(path, {});
    expect([unsure.status, unsure.body["code"]]).toEqual([422, "unconfirmed-erasure"]);
    const thing = await town.admin.post(`/api/books/${book["id"]}/erase`, { confirm: true });
    expect([thing.status, thing.body["code"]]).toEqual([409, "not-personal"]);
    expect(
      (await town.admin.post("/api/members/0198c5e2-7d1a-7000-8f3b-5a1c2d3e4f50/erase", { confirm: true })).status,
    ).toBe(404);
    expect((await town.admin.get("/api/dragons/x/erase")).status).toBe(404);
    expect((await town.librarian.get(`/api/members/${member}`)).status).toBe(200);
  });

  test("leaves not a word of the person, and the audit intact", async () => {
    const { member, loan, reservation, task } = await someone("Fragonard");
    const { audit, office } = town.library.office.town;
    await sealChains(audit, office.clock);
    const failed = {
      id: "i1",
      source: "effect",
      kind: "mail",
      record_type: "loans",
      record_id: loan,
      key: "k",
      attempts: 7,
    };
    const said = { failed_at: "2026-03-02T08:00:00.000Z", code: "mail", message: "fragonard@exemple.fr is full" };
    await town.library.office.town.database.knex("incidents").insert({ ...failed, ...said });
    expect(await everythingStored()).toContain("Fragonard");
    const before = (await town.librarian.get(`/api/loans/${loan}`)).body;
    expect((await town.admin.post(`/api/members/${member}/erase`, { confirm: true })).status).toBe(200);

    expect(await everythingStored()).not.toMatch(/Fragonard/i);
    const q = encodeURIComponent(JSON.stringify({ q: "fragonard" }));
    for (const type of ["members", "loans", "reservations", "tasks"]) {
      expect((await town.admin.get(`/api/${type}?filter=${q}`)).list).toEqual([]);
    }
    expect((await town.admin.get(`/api/reservations/${reservation}`)).status).toBe(404);
    expect((await town.admin.get(`/api/tasks/${task}`)).status).toBe(404);
    const left = (await town.librarian.get(`/api/loans/${loan}`)).body;
    expect(left).toMatchObject({ bookId: before["bookId"], stage: before["stage"], displayName: "Erased person" });
    expect(left["erasedAt"]).toEqual(expect.any(String));

    const verified = await verifyAudit(audit, () => undefined);
    expect(verified.findings).toEqual([]);
    expect((await replay(office, audit, () => undefined)).differing).toEqual([]);
    await sealChains(audit, office.clock);
    expect((await verifyAudit(audit, () => undefined)).findings).toEqual([]);
  });

  test("its past says that it was erased, at any time", async () => {
    const { member, loan } = await someone("Ingres");
    const born = (await town.librarian.get(`/api/members/${member}`)).body;
    await town.admin.post(`/api/members/${member}/erase`, { confirm: true });
    expect((await town.librarian.get(`/api/members/${member}`)).status).toBe(404);
    for (const at of [String(born["updatedAt"]), new Date().toISOString()]) {
      const past = await town.librarian.get(`/api/members/${member}?at=${encodeURIComponent(at)}`);
      expect(past.status).toBe(200);
      expect(past.body).toMatchObject({ id: member, displayName: "Erased person", erasedAt: expect.any(String) });
      expect(past.body).not.toHaveProperty("lastName");
    }
    expect((await town.librarian.get(`/api/members/${member}?at=2001-01-01T00:00:00Z`)).status).toBe(404);
    const history = (await town.librarian.get(`/api/members/${member}/history`)).list;
    expect(history.map(({ event }) => event)).toEqual(["create", "update", "erase"]);
    expect(history[1]).toMatchObject({ changes: {}, note: null, erased: ["lastName", "remarks", "email"] });
    const moves = (await town.librarian.get(`/api/loans/${loan}/history`)).list;
    expect(moves.map(({ event, from, to }) => [event, from, to])).toEqual([
      ["create", null, "out.reading"],
      ["SUSPEND", "out.reading", "suspended"],
      ["RESUME", "suspended", "out.reading"],
      ["anonymise", "out.reading", "out.reading"],
    ]);
    expect(moves[1]).toMatchObject({ note: null });
  });

  test("what stays for figures never changes again, and nothing waits for it", async () => {
    const { member, loan } = await someone("Seurat");
    await town.admin.post(`/api/members/${member}/erase`, { confirm: true });
    const refused = [
      await town.admin.put(`/api/loans/${loan}`, { dueOn: "2030-01-01" }),
      await town.admin.post(`/api/loans/${loan}/events`, { type: "SUSPEND" }),
      await town.admin.post(`/api/loans/${loan}/events`, { type: "undo" }),
      await town.admin.delete(`/api/loans/${loan}`),
    ];
    expect(refused.map(({ status, body }) => [status, body["code"]])).toEqual(
      refused.map(() => [409, "record-erased"]),
    );
    expect((await town.admin.get(`/api/loans/${loan}/actions`)).list).toEqual([]);
    expect((await town.admin.get(`/api/loans/${loan}/timers`)).list).toEqual([]);
    expect((await town.admin.get(`/api/loans/${loan}`)).body).toMatchObject({ status: "done", dueAt: null });
    const again = await town.admin.post(`/api/loans/${loan}/erase`, { confirm: true });
    expect([again.status, again.body["gone"]]).toEqual([200, []]);
  });

  test("a record that refers to someone erased can still be edited, and no new one can refer to them", async () => {
    const type = (await town.admin.get("/api/record-types/books")).body;
    const schema = type["schema"] as JsonObject;
    const giver = { type: "string", "x-reference": "members", "x-title": { fr: "Don de", en: "Given by" } };
    const properties = { ...(schema["properties"] as JsonObject), giverId: giver };
    const withGiver = { ...type, schema: { ...schema, properties }, privacy: { about: [] } };
    expect((await town.admin.put("/api/record-types/books?acknowledge=true", withGiver)).status).toBe(200);
    const { member } = await someone("Millet");
    const given = (await town.librarian.post("/api/books", { title: "Given", giverId: member ?? "" })).body;
    await town.admin.post(`/api/members/${member}/erase`, { confirm: true });
    expect((await town.librarian.put(`/api/books/${given["id"]}`, { title: "Given away" })).status).toBe(200);
    const another = await town.librarian.post("/api/books", { title: "Too late", giverId: member ?? "" });
    expect([another.status, another.body["code"]]).toEqual([422, "dangling-reference"]);
  });

  test("someone who was deleted before can be erased too", async () => {
    const member = (await town.librarian.post("/api/members", { firstName: "Rosa", lastName: "Bonheur" })).body["id"];
    expect((await town.librarian.delete(`/api/members/${member}`)).status).toBe(200);
    expect(await everythingStored()).toContain("Bonheur");
    expect((await town.admin.post(`/api/members/${member}/erase`, { confirm: true })).status).toBe(200);
    expect(await everythingStored()).not.toContain("Bonheur");
    const { audit } = town.library.office.town;
    expect((await verifyAudit(audit, () => undefined)).findings).toEqual([]);
  });

  test("documents that somebody held go with them, bytes and all", async () => {
    const type = (await town.admin.get("/api/record-types/members")).body;
    const schema = type["schema"] as JsonObject;
    const card = { type: "string", "x-widget": "file", "x-title": { fr: "Carte", en: "Card" } };
    const properties = { ...(schema["properties"] as JsonObject), card };
    await town.admin.put("/api/record-types/members?acknowledge=true", { ...type, schema: { ...schema, properties } });
    const send = async (content: string) => {
      const form = new FormData();
      form.append("file", new Blob([content]), "card.pdf");
      return String((await town.librarian.post("/api/files", form)).body["id"]);
    };
    const [first, second, other] = [
      await send("%PDF-1.4 one"),
      await send("%PDF-1.4 two"),
      await send("%PDF-1.4 three"),
    ];
    const { member } = await someone("Corot");
    await town.librarian.put(`/api/members/${member}`, { card: first ?? "" });
    await town.librarian.put(`/api/members/${member}`, { card: second ?? "" });
    const preview = (await town.admin.get(`/api/members/${member}/erase`)).body;
    expect(preview["files"]).toBe(2);
    await town.admin.post(`/api/members/${member}/erase`, { confirm: true });
    const { vault, index } = town.library.office.town.files;
    expect([await vault.open(first ?? ""), await vault.open(second ?? "")]).toEqual([null, null]);
    expect(await index.removed()).toEqual([]);
    expect((await town.librarian.get(`/api/files/${other}`)).status).toBe(200);
  });
});
