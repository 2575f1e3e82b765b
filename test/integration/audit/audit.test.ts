import { expect, test } from "vitest";
import type { Database } from "../../../server/adapters/sql/database.ts";
import { createAuditStore } from "../../../server/adapters/sql/stores/audit-store.ts";
import { findingText } from "../../../server/domain/audit/finding.ts";
import { replay } from "../../../server/domain/audit/replay.ts";
import { sealChains } from "../../../server/domain/audit/seal-chains.ts";
import { verifyAudit } from "../../../server/domain/audit/verify-audit.ts";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { deleteRecord } from "../../../server/domain/records/delete-record.ts";
import { updateRecord } from "../../../server/domain/records/update-record.ts";
import { eachDatabase } from "../../support/databases.ts";
import { openLibrary } from "../../support/library-office/open-library.ts";

/** A library in which a member has borrowed, brought back, and been renamed; a book was bought by mistake. */
async function story(database: Database) {
  const library = await openLibrary(database);
  const { office } = library;
  const librarian = library.as("librarian");
  const make = async (type: string, data: object) =>
    String((await createRecord(office, librarian, { type, data }))["id"]);
  const bookId = await make("books", { title: "Émile", copies: 2 });
  const memberId = await make("members", { firstName: "Zoé", lastName: "Roux", cardUntil: "2199-01-01" });
  await updateRecord(office, librarian, { type: "members", id: memberId, data: { lastName: "Blanc" } });
  const loanId = await make("loans", { memberId, bookId, dueOn: "2026-03-20" });
  const body = { type: "SUSPEND", note: "on holiday" };
  await sendEvent(office, librarian, { type: "loans", id: loanId, body });
  await sendEvent(office, librarian, { type: "loans", id: loanId, body: { type: "RESUME" } });
  const mistake = await make("books", { title: "Nothing" });
  await deleteRecord(office, librarian, { type: "books", id: mistake });
  const audit = createAuditStore(database);
  const findings = async () => {
    const verified = await verifyAudit(audit, () => undefined);
    return verified.findings.map(({ code, recordId, seq }) => [code, recordId ?? "seal", seq]);
  };
  return {
    ...library,
    audit,
    findings,
    bookId,
    memberId,
    loanId,
    mistake,
    seal: () => sealChains(audit, office.clock),
  };
}

eachDatabase((open) => {
  test("finds nothing where nothing was touched, and rebuilds every record from its events", async () => {
    await using database = await open();
    const { audit, office, seal, findings } = await story(database);
    expect(await seal()).toBe(1);
    expect(await findings()).toEqual([]);
    const verified = await verifyAudit(audit, () => undefined);
    expect(verified).toMatchObject({ records: 4, entries: 8, seals: 1 });
    expect(await replay(office, audit, () => undefined)).toEqual({ records: 4, differing: [] });
  });

  test("names an entry that was edited, whichever part of it", async () => {
    await using database = await open();
    const { findings, memberId, loanId } = await story(database);
    const edits = {
      at: "2020-01-01T00:00:00.000Z",
      actor_id: "nobody",
      actor_name: "Nobody",
      event: "SUSPEND",
      from_stage: "lost",
      to_stage: "lost",
      changes: '{"lastName":{"from":"Roux","to":"Noir"}}',
      system: '{"stage":"lost"}',
      note: "bribed",
      hash: "0".repeat(64),
    };
    for (const [id, seq] of [
      [memberId, 2],
      [loanId, 3],
    ] as const) {
      const entry = database.knex("events").where({ record_id: id, seq });
      const written = await entry.clone().first();
      for (const [column, value] of Object.entries(edits)) {
        await entry.clone().update(column, value);
        expect([column, (await findings())[0]]).toEqual([column, ["entry-changed", id, seq]]);
        await entry.clone().update(column, written[column]);
      }
    }
    expect(await findings()).toEqual([]);
  });

  test("names a record of which anything was edited, a deleted one too", async () => {
    await using database = await open();
    const { findings, loanId, mistake } = await story(database);
    const edits = {
      version: 2,
      created_at: "2020-01-01T00:00:00.000Z",
      updated_at: "2020-01-01T00:00:00.000Z",
      erased_at: "2020-01-01T00:00:00.000Z",
      deleted_at: "2020-01-01T00:00:00.000Z",
      chain: "0".repeat(64),
      data: "{}",
      state: '"lost"',
      remembered: '{"a":["b"]}',
      armed: "{}",
      stage: "lost",
      status: "done",
      assignee_id: "nobody",
      stage_since: "2020-01-01T00:00:00.000Z",
      due_at: "2020-01-01T00:00:00.000Z",
      workflow_version: 7,
    };
    const row = database.knex("records").where({ id: loanId });
    const written = await row.clone().first();
    const asText = (value: unknown) =>
      typeof value === "object" && value !== null ? JSON.stringify(value) : (value as string | number | null);
    for (const [column, value] of Object.entries(edits)) {
      await row.clone().update(column, value);
      expect([column, (await findings()).map(([, id]) => id)]).toEqual([column, expect.arrayContaining([loanId])]);
      await row.clone().update(column, asText(written[column]));
    }
    expect(await findings()).toEqual([]);
    await database.knex("records").where({ id: mistake }).update({ data: '{"title":"Something"}' });
    expect(await findings()).toEqual([["record-changed", mistake, null]]);
  });

  test("names an entry that was removed, or inserted", async () => {
    await using database = await open();
    const { findings, loanId, memberId, bookId } = await story(database);
    await database.knex("events").where({ record_id: loanId, seq: 2 }).delete();
    await database.knex("events").where({ record_id: memberId, seq: 2 }).delete();
    const entry = await database.knex("events").where({ record_id: bookId }).first();
    await database.knex("events").insert({ ...entry, seq: 2, event: "update" });
    const expected = [
      ["entry-removed", loanId, 2],
      ["entry-removed", memberId, 2],
      ["entry-added", bookId, 2],
    ];
    expect((await findings()).sort()).toEqual(expected.sort());
  });

  test("names a record that is not what its history says", async () => {
    await using database = await open();
    const { findings, loanId, memberId, audit, office } = await story(database);
    const data = JSON.stringify({ firstName: "Zoé", lastName: "Noir", cardUntil: "2199-01-01" });
    await database.knex("records").where({ id: memberId }).update({ data });
    await database.knex("records").where({ id: loanId }).update({ stage: "returned", status: "done" });
    const expected = [
      ["record-changed", memberId, null],
      ["record-changed", loanId, null],
    ];
    expect((await findings()).sort()).toEqual(expected.sort());
    const { differing } = await replay(office, audit, () => undefined);
    const told = new Map(differing.map(({ id, differences }) => [id, differences]));
    expect(told.get(memberId)).toEqual([{ part: "data.lastName", told: "Blanc", found: "Noir" }]);
    expect(told.get(loanId)?.map(({ part }) => part)).toEqual(["stage", "status", "stage"]);
  });

  test("names a case whose timer or reference was taken away", async () => {
    await using database = await open();
    const { loanId, audit, office } = await story(database);
    await database.knex("timers").where({ record_id: loanId }).delete();
    await database.knex("refs").where({ from_id: loanId, field: "bookId" }).delete();
    const { differing } = await replay(office, audit, () => undefined);
    expect(differing.map(({ id, differences }) => [id, differences.map(({ part }) => part)])).toEqual([
      [loanId, ["timers", "references"]],
    ]);
  });

  test("names records that were removed, with their history or without", async () => {
    await using database = await open();
    const { findings, seal, memberId, bookId } = await story(database);
    await seal();
    await database.knex("records").where({ id: bookId }).delete();
    await database.knex("records").where({ id: memberId }).delete();
    await database.knex("events").where({ record_id: memberId }).delete();
    const expected = [
      ["record-removed", bookId, 1],
      ["entry-removed", memberId, 2],
    ];
    expect((await findings()).sort()).toEqual(expected.sort());
  });

  test("finds a history that was rewritten with all its links, since it was sealed", async () => {
    await using database = await open();
    const { findings, seal, memberId, bookId } = await story(database);
    await seal();
    const swapped = "0".repeat(64);
    await database.knex("events").where({ record_id: bookId }).update({ hash: swapped });
    await database.knex("records").where({ id: bookId }).update({ chain: swapped });
    await database.knex("salts").where({ record_id: memberId }).delete();
    const found = await findings();
    expect(found).toContainEqual(["history-rewritten", bookId, 1]);
    expect(found).toContainEqual(["salt-removed", memberId, null]);
  });

  test("names a seal that was edited, and one that was removed", async () => {
    await using database = await open();
    const { office, findings, seal, memberId, as } = await story(database);
    await seal();
    const rename = (lastName: string) =>
      updateRecord(office, as("librarian"), { type: "members", id: memberId, data: { lastName } });
    for (const name of ["Vert", "Bleu", "Gris"]) {
      await rename(name);
      expect(await seal()).toBe(1);
    }
    await database.knex("seals").where({ nr: 2 }).delete();
    expect(await findings()).toEqual([["seal-removed", "seal", 2]]);
    await database.knex("seals").where({ nr: 4 }).update({ at: "2020-01-01T00:00:00.000Z" });
    expect(await findings()).toEqual([
      ["seal-removed", "seal", 2],
      ["seal-changed", "seal", 4],
    ]);
  });

  test("finds nothing while the office works", async () => {
    await using database = await open();
    const { audit, office, as, memberId } = await story(database);
    let isWorking = true;
    const work = async () => {
      for (let n = 0; isWorking; n += 1) {
        const data = { lastName: `Name ${n}` };
        await updateRecord(office, as("librarian"), { type: "members", id: memberId, data });
      }
    };
    const working = work();
    for (let turn = 0; turn < 10; turn += 1) {
      expect((await verifyAudit(audit, () => undefined)).findings).toEqual([]);
      expect((await replay(office, audit, () => undefined)).differing).toEqual([]);
      await sealChains(audit, office.clock);
    }
    isWorking = false;
    await working;
    expect((await audit.lastSeal())?.nr).toBeGreaterThan(1);
  });

  test("of two processes that seal at once, one does, and no change is left out", async () => {
    await using database = await open();
    const { audit, office, findings, as, memberId } = await story(database);
    const made = await Promise.all([sealChains(audit, office.clock), sealChains(audit, office.clock)]);
    expect(made.sort()).toEqual([0, 1]);
    await updateRecord(office, as("librarian"), { type: "members", id: memberId, data: { lastName: "Vert" } });
    expect(await sealChains(audit, office.clock)).toBe(1);
    expect(await sealChains(audit, office.clock)).toBe(0);
    expect((await audit.lastSeal())?.heads.map(([id, seq]) => [id, seq])).toEqual([[memberId, 3]]);
    expect(await findings()).toEqual([]);
  });
});

test("says in words what it found, and where", () => {
  const seq = 3;
  expect(findingText({ type: "loans", recordId: "l1", seq, code: "entry-removed" })).toEqual({
    fr: "loans/l1, entrée 3 : cette entrée de l’historique a disparu",
    en: "loans/l1, entry 3: this entry of the history is gone",
  });
  expect(findingText({ seq, code: "seal-removed" }).en).toBe("seal 3: this seal is gone");
});
