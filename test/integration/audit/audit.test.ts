import { expect, test } from "vitest";
import { createAuditStore } from "../../../server/adapters/sql/stores/audit-store.ts";
import { findingText } from "../../../server/domain/audit/finding.ts";
import { replay } from "../../../server/domain/audit/replay.ts";
import { verifyAudit } from "../../../server/domain/audit/verify-audit.ts";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { recordAt } from "../../../server/domain/records/history/record-at.ts";
import { eachDatabase } from "../../support/databases.ts";
import { openLibrary } from "../../support/library-office/open-library.ts";
import { auditStory } from "./audit-story.ts";

eachDatabase((open) => {
  test("finds nothing where nothing was touched, and rebuilds every record from its events", async () => {
    await using database = await open();
    const { audit, office, seal, findings } = await auditStory(database);
    expect(await seal()).toBe(1);
    expect(await findings()).toEqual([]);
    const verified = await verifyAudit(audit, () => undefined);
    expect(verified).toMatchObject({ records: 4, entries: 8, seals: 1 });
    expect(await replay(office, audit, () => undefined)).toEqual({ records: 4, differing: [] });
  });

  test("names an entry that was edited, whichever part of it", async () => {
    await using database = await open();
    const { findings, memberId, loanId } = await auditStory(database);
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
    const { findings, loanId, mistake } = await auditStory(database);
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

  test("names a record and a seal whose numbers were forged to the highest, and is soon done", async () => {
    await using database = await open();
    const { findings, seal, loanId } = await auditStory(database);
    await seal();
    await database.knex("records").where({ id: loanId }).update({ version: 2_000_000_000 });
    await database.knex("seals").update({ nr: 2_000_000_000 });
    const found = await findings();
    expect(found).toHaveLength(2000);
    expect([found[0], found[1000]]).toEqual([
      ["entry-removed", loanId, 4],
      ["seal-removed", "seal", 1],
    ]);
  });

  test("names an entry that was removed, or inserted", async () => {
    await using database = await open();
    const { findings, loanId, memberId, bookId } = await auditStory(database);
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
    const { findings, loanId, memberId, audit, office } = await auditStory(database);
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
    const { loanId, audit, office } = await auditStory(database);
    await database.knex("timers").where({ record_id: loanId }).delete();
    await database.knex("refs").where({ from_id: loanId, field: "bookId" }).delete();
    const { differing } = await replay(office, audit, () => undefined);
    expect(differing.map(({ id, differences }) => [id, differences.map(({ part }) => part)])).toEqual([
      [loanId, ["timers", "references"]],
    ]);
  });

  test("names records that were removed, with their history or without", async () => {
    await using database = await open();
    const { findings, seal, memberId, bookId } = await auditStory(database);
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

  test("a case whose workflow has an event called delete, erase or anonymise was told to be gone", async () => {
    await using database = await open();
    const machine = {
      initial: "there",
      states: { there: { on: { delete: "crossed-out", "*": "crossed-out" } }, "crossed-out": {} },
    };
    const library = await openLibrary(database, { workflows: [{ id: "lines", title: { fr: "Lignes" }, machine }] });
    const { office, clock } = library;
    const audit = createAuditStore(database);
    const admin = library.as("admin");
    for (const event of ["delete", "erase", "anonymise"]) {
      const id = String((await createRecord(office, admin, { type: "lines", data: {} }))["id"]);
      await sendEvent(office, admin, { type: "lines", id, body: { type: event } });
      const then = await recordAt(office, admin, { type: "lines", id, at: clock.now() });
      expect([event, then["stage"], then["erasedAt"]]).toEqual([event, "crossed-out", undefined]);
    }
    expect((await verifyAudit(audit, () => undefined)).findings).toEqual([]);
    expect((await replay(office, audit, () => undefined)).differing).toEqual([]);
    await database
      .knex("events")
      .where({ event: "anonymise" })
      .update({ erased: JSON.stringify({ place: "0" }) });
    expect((await verifyAudit(audit, () => undefined)).findings).toMatchObject([{ code: "values-removed", seq: 2 }]);
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
