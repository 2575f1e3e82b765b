import { expect, test } from "vitest";
import { replay } from "../../../server/domain/audit/replay.ts";
import { sealChains } from "../../../server/domain/audit/seal-chains.ts";
import { verifyAudit } from "../../../server/domain/audit/verify-audit.ts";
import { updateRecord } from "../../../server/domain/records/update-record.ts";
import { eachDatabase } from "../../support/databases.ts";
import { auditStory } from "./audit-story.ts";

eachDatabase((open) => {
  test("finds a history that was rewritten with all its links, since it was sealed", async () => {
    await using database = await open();
    const { findings, seal, memberId, bookId } = await auditStory(database);
    await seal();
    const swapped = "0".repeat(64);
    await database.knex("events").where({ record_id: bookId }).update({ hash: swapped });
    await database.knex("records").where({ id: bookId }).update({ chain: swapped });
    await database.knex("salts").where({ record_id: memberId }).delete();
    const found = await findings();
    expect(found).toContainEqual(["history-rewritten", bookId, 1]);
    expect(found).toContainEqual(["salt-removed", memberId, null]);
  });

  test("the last seal, noted elsewhere, was compared with nothing, so that its removal went unseen", async () => {
    await using database = await open();
    const { audit, office, seal, memberId, as } = await auditStory(database);
    await seal();
    await updateRecord(office, as("librarian"), { type: "members", id: memberId, data: { lastName: "Vert" } });
    await seal();
    const codes = async (noted: string) =>
      (await verifyAudit(audit, () => undefined, noted)).findings.map(({ code, recordId }) => [code, recordId]);
    const { hash = "" } = (await audit.lastSeal()) ?? {};
    expect(await codes(hash)).toEqual([]);
    await database.knex("seals").where({ nr: 2 }).delete();
    expect(await codes(hash)).toEqual([["noted-seal-gone", undefined]]);
    expect(await codes("0".repeat(64))).toEqual([["noted-seal-gone", undefined]]);
    expect(await codes((await audit.lastSeal())?.hash ?? "")).toEqual([]);
  });

  test("an entry that is gone was named twice, by its history and by its seal", async () => {
    await using database = await open();
    const { findings, seal, memberId } = await auditStory(database);
    await seal();
    await database.knex("events").where({ record_id: memberId, seq: 2 }).delete();
    expect(await findings()).toEqual([["entry-removed", memberId, 2]]);
  });

  test("names a seal that was edited, and one that was removed", async () => {
    await using database = await open();
    const { office, findings, seal, memberId, as } = await auditStory(database);
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
    const { audit, office, as, memberId } = await auditStory(database);
    let isWorking = true;
    const work = async () => {
      for (let n = 0; isWorking; n += 1) {
        const data = { lastName: `Name ${n}` };
        await updateRecord(office, as("librarian"), { type: "members", id: memberId, data });
      }
    };
    const working = work();
    try {
      for (let turn = 0; turn < 10; turn += 1) {
        expect((await verifyAudit(audit, () => undefined)).findings).toEqual([]);
        expect((await replay(office, audit, () => undefined)).differing).toEqual([]);
        await sealChains(audit, office.clock);
      }
    } finally {
      isWorking = false;
      await working;
    }
    expect((await audit.lastSeal())?.nr).toBeGreaterThan(1);
  });

  test("of two processes that seal at once, one does, and no change is left out", async () => {
    await using database = await open();
    const { audit, office, findings, as, memberId } = await auditStory(database);
    const made = await Promise.all([sealChains(audit, office.clock), sealChains(audit, office.clock)]);
    expect(made.sort()).toEqual([0, 1]);
    await updateRecord(office, as("librarian"), { type: "members", id: memberId, data: { lastName: "Vert" } });
    expect(await sealChains(audit, office.clock)).toBe(1);
    expect(await sealChains(audit, office.clock)).toBe(0);
    expect((await audit.lastSeal())?.heads.map(([id, seq]) => [id, seq])).toEqual([[memberId, 3]]);
    expect(await findings()).toEqual([]);
  });
});
