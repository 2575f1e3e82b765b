import { expect, test } from "vitest";
import { createChangeStore } from "../../../server/adapters/sql/changing/change-store.ts";
import { engineCaller } from "../../../server/domain/changes/caller.ts";
import type { Change } from "../../../server/domain/changes/change.ts";
import type { ChangeStore } from "../../../server/domain/changes/change-store.ts";
import { Committer } from "../../../server/domain/changes/committer.ts";
import { findType } from "../../../server/domain/records/find-type.ts";
import { planCreation } from "../../../server/domain/records/plan-creation.ts";
import { openTemporaryDatabase } from "../../support/databases.ts";
import { type Library, openLibrary } from "../../support/library-office/open-library.ts";

function newBook(library: Library, title: string): Promise<Change> {
  const type = findType(library.office, "books");
  return planCreation(library.office, engineCaller(library.office), { type, body: { title } });
}

/** The store, telling the size of each group that it writes. */
function counted(store: ChangeStore, sizes: number[]): ChangeStore {
  return {
    answered: (actorId, key) => store.answered(actorId, key),
    keepAnswer: (kept, given) => store.keepAnswer(kept, given),
    answeredOneByOne: (actorId, key) => store.answeredOneByOne(actorId, key),
    forgetAnswers: (before) => store.forgetAnswers(before),
    commit: (changes) => {
      sizes.push(changes.length);
      return store.commit(changes);
    },
  };
}

test("changes that arrive together go together, 128 at most", async () => {
  await using database = await openTemporaryDatabase();
  const library = await openLibrary(database);
  const sizes: number[] = [];
  const committer = new Committer(counted(createChangeStore(database), sizes));
  const changes = await Promise.all(Array.from({ length: 200 }, (_, number) => newBook(library, `Volume ${number}`)));
  const outcomes = await Promise.all(changes.map((change) => committer.commit(change)));
  expect(outcomes.every((outcome) => outcome.done)).toBe(true);
  expect(sizes).toEqual([128, 72]);
});

test("two changes of one record never go together; the later one is told of the conflict", async () => {
  await using database = await openTemporaryDatabase();
  const library = await openLibrary(database);
  const sizes: number[] = [];
  const committer = new Committer(counted(createChangeStore(database), sizes));
  const other = await newBook(library, "Nana");
  const change = await newBook(library, "Germinal");
  const outcomes = await Promise.all([other, change, change].map((each) => committer.commit(each)));
  expect(outcomes.map((outcome) => outcome.done)).toEqual([true, true, false]);
  expect(sizes).toEqual([2, 1]);
});

test("a change that cannot be written fails alone", async () => {
  await using database = await openTemporaryDatabase();
  const library = await openLibrary(database);
  const committer = new Committer(createChangeStore(database));
  const good = await Promise.all(["A", "B", "C"].map((title) => newBook(library, title)));
  const broken = {
    ...(await newBook(library, "D")),
    get entry(): never {
      throw new Error("unreadable");
    },
  };
  const [first, second, third, fourth] = await Promise.allSettled(
    [...good.slice(0, 2), broken, ...good.slice(2)].map((change) => committer.commit(change)),
  );
  expect([first?.status, second?.status, fourth?.status]).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
  expect(third).toMatchObject({ status: "rejected", reason: { message: "unreadable" } });
  expect(await library.office.reader.count({ type: "books", where: [] })).toBe(3);
});

test("what arrives while a group is written goes together into the next one", async () => {
  await using database = await openTemporaryDatabase();
  const library = await openLibrary(database);
  const sizes: number[] = [];
  const store = counted(createChangeStore(database), sizes);
  let goOn = (): void => undefined;
  const othersHaveCome = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const committer = new Committer({
    ...store,
    commit: async (changes) => {
      const written = store.commit(changes);
      await othersHaveCome;
      return written;
    },
  });
  const [nana, germinal] = await Promise.all([newBook(library, "Nana"), newBook(library, "Germinal")]);
  const first = committer.commit(nana);
  await expect.poll(() => sizes).toEqual([1]);
  const others = [committer.commit(nana), committer.commit(germinal)];
  goOn();
  const outcomes = await Promise.all([first, ...others]);
  expect(sizes).toEqual([1, 2]);
  expect(outcomes.map((outcome) => outcome.done)).toEqual([true, false, true]);
});
