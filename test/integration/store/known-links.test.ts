import { expect, test } from "vitest";
import type { Case } from "../../../server/engine/execution/case.ts";
import { standingOf } from "../../../server/engine/execution/case-standing.ts";
import { eachDatabase } from "../../support/databases.ts";
import { aCase, creation, deletion, next, update } from "./change-builder.ts";
import { twoProcesses } from "./two-processes.ts";

const to = (loan: Case, stage: string): Case => next(loan, { stage });
const born = aCase("loans", {});
const birth = creation(born, { entry: { system: standingOf(born) } });
const move = (loan: Case) => update(loan, { index: null, entry: { system: standingOf(loan) } });

eachDatabase((_open, makePlace) => {
  const [late, lost, found] = [
    to(born, "late"),
    to(to(born, "late"), "lost"),
    to(to(to(born, "late"), "lost"), "found"),
  ];

  test("a case that this process has written to moves on in one statement, its chain whole", async () => {
    await using library = await twoProcesses(makePlace);
    const { seen, store } = library.ours;
    await store.commit([birth]);
    seen.statements.length = 0;
    expect(await store.commit([move(late)])).toEqual([{ done: true, seq: 2 }]);
    expect(await store.commit([move(lost)])).toEqual([{ done: true, seq: 3 }]);
    expect(seen.statements).toEqual(["write-moves", "write-moves"]);
    expect(await library.brokenLinks()).toEqual([]);
  });

  test("a case that another process has moved since is refused, or moved on from there", async () => {
    await using library = await twoProcesses(makePlace);
    const { store } = library.ours;
    await store.commit([birth]);
    expect(await library.theirs.commit([move(late)])).toEqual([{ done: true, seq: 2 }]);
    expect(await store.commit([move(to(born, "returned"))])).toEqual([{ done: false, why: "conflict", version: 2 }]);
    expect(await store.commit([move(lost)])).toEqual([{ done: true, seq: 3 }]);
    expect(await library.theirs.commit([move(found)])).toEqual([{ done: true, seq: 4 }]);
    expect(await library.brokenLinks()).toEqual([]);
  });

  test("a case that was deleted meanwhile is missing, and whoever moves beside it moves on", async () => {
    await using library = await twoProcesses(makePlace);
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
    await using library = await twoProcesses(makePlace);
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
