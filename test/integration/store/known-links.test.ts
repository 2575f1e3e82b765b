import { expect, test } from "vitest";
import { createChangeStore } from "../../../server/adapters/sql/changing/change-store.ts";
import { type Database, openDatabase } from "../../../server/adapters/sql/database.ts";
import { createAuditStore } from "../../../server/adapters/sql/stores/audit-store.ts";
import { migrate } from "../../../server/adapters/sql/tables/migrate.ts";
import { storeMigrations } from "../../../server/adapters/sql/tables/migrations.ts";
import { verifyAudit } from "../../../server/domain/audit/verify-audit.ts";
import type { Case } from "../../../server/engine/execution/case.ts";
import { standingOf } from "../../../server/engine/execution/case-standing.ts";
import { eachDatabase } from "../../support/databases.ts";
import { aCase, creation, deletion, next, update } from "./change-builder.ts";

const to = (loan: Case, stage: string): Case => next(loan, { stage });
const born = aCase("loans", {});
const birth = creation(born, { entry: { system: standingOf(born) } });
const move = (loan: Case) => update(loan, { index: null, entry: { system: standingOf(loan) } });

/** A store that tells which statements it runs, and whose groups are undone while `isUndoing`. */
function watchedStore(database: Database) {
  const seen = { statements: [] as string[], isUndoing: false };
  const store = createChangeStore({
    ...database,
    writing: (work) => {
      const watched: typeof work = (connection) =>
        work({
          query: (query) => connection.query(query),
          run: (statement, parameters) => {
            seen.statements.push(statement.name);
            return connection.run(statement, parameters);
          },
        });
      if (!seen.isUndoing) return database.writing(watched);
      return database.transaction(async (connection) => {
        await watched(connection);
        throw new Error("undone");
      });
    },
  });
  return { seen, store };
}

eachDatabase((_open, makePlace) => {
  async function twoProcesses() {
    const place = await makePlace();
    const ours = await openDatabase(place.url);
    await migrate(ours, storeMigrations);
    const theirs = await openDatabase(place.url);
    return {
      ours: watchedStore(ours),
      theirs: createChangeStore(theirs),
      brokenLinks: async () => {
        const { findings } = await verifyAudit(createAuditStore(ours), () => undefined);
        return findings.map(({ code }) => code);
      },
      [Symbol.asyncDispose]: async () => {
        await theirs.close();
        await ours.close();
        await place.remove();
      },
    };
  }
  const [late, lost, found] = [
    to(born, "late"),
    to(to(born, "late"), "lost"),
    to(to(to(born, "late"), "lost"), "found"),
  ];

  test("a case that this process has written to moves on in one statement, its chain whole", async () => {
    await using library = await twoProcesses();
    const { seen, store } = library.ours;
    await store.commit([birth]);
    seen.statements.length = 0;
    expect(await store.commit([move(late)])).toEqual([{ done: true, seq: 2 }]);
    expect(await store.commit([move(lost)])).toEqual([{ done: true, seq: 3 }]);
    expect(seen.statements).toEqual(["write-moves", "write-moves"]);
    expect(await library.brokenLinks()).toEqual([]);
  });

  test("a case that another process has moved since is refused, or moved on from there", async () => {
    await using library = await twoProcesses();
    const { store } = library.ours;
    await store.commit([birth]);
    expect(await library.theirs.commit([move(late)])).toEqual([{ done: true, seq: 2 }]);
    expect(await store.commit([move(to(born, "returned"))])).toEqual([{ done: false, why: "conflict", version: 2 }]);
    expect(await store.commit([move(lost)])).toEqual([{ done: true, seq: 3 }]);
    expect(await library.theirs.commit([move(found)])).toEqual([{ done: true, seq: 4 }]);
    expect(await library.brokenLinks()).toEqual([]);
  });

  test("a case that was deleted meanwhile is missing, and whoever moves beside it moves on", async () => {
    await using library = await twoProcesses();
    const { store } = library.ours;
    const other = aCase("loans", {});
    await store.commit([birth, creation(other, { entry: { system: standingOf(other) } })]);
    expect(await store.commit([deletion(born)])).toEqual([{ done: true, seq: 2 }]);
    expect(await store.commit([move(late), move(to(other, "late"))])).toEqual([
      { done: false, why: "missing" },
      { done: true, seq: 2 },
    ]);
    expect(await library.brokenLinks()).toEqual([]);
  });

  test("what was undone is no link that another move goes on from", async () => {
    await using library = await twoProcesses();
    const { seen, store } = library.ours;
    await store.commit([birth]);
    seen.isUndoing = true;
    await expect(store.commit([move(late)])).rejects.toThrow("undone");
    seen.isUndoing = false;
    const otherwise = to(born, "returned");
    expect(await library.theirs.commit([move(otherwise)])).toEqual([{ done: true, seq: 2 }]);
    expect(await store.commit([move(to(otherwise, "out"))])).toEqual([{ done: true, seq: 3 }]);
    expect(await library.brokenLinks()).toEqual([]);
  });
});
