import { expect, test } from "vitest";
import { eachDatabase } from "../../support/databases.ts";
import { aCase, aRecord, creation, next, update } from "./change-builder.ts";
import { openLibrary } from "./open-library.ts";

const later = "2026-04-01T08:00:00.000Z";

eachDatabase((open) => {
  test("carries a request out once for each key", async () => {
    await using town = await openLibrary(open);
    const answer = { key: "k1", actorId: "ada", digest: "d" };
    const book = aRecord("books", { title: "one" });
    expect(await town.store.answered("ada", "k1")).toBeNull();
    const outcomes = await town.store.commit([
      creation(book, { answer }),
      creation(aRecord("books", { title: "two" }), { answer }),
      creation(aRecord("books", { title: "three" }), { answer: { ...answer, actorId: "bob" } }),
    ]);
    expect(outcomes).toEqual([
      { done: true, seq: 1 },
      { done: false, why: "answered" },
      { done: true, seq: 1 },
    ]);
    expect(await town.store.commit([update(next(book, {}), { answer })])).toEqual([{ done: false, why: "answered" }]);
    expect(await town.store.answered("ada", "k1")).toEqual({
      digest: "d",
      type: "books",
      recordId: book.id,
      version: 1,
    });
  });

  test("keys are forgotten in time, but for those that an effect still rests on", async () => {
    await using town = await openLibrary(open);
    const loan = aCase("loans", {});
    const effect = { key: `${loan.id}/1/0`, type: "send", params: {} };
    const answerOf = (key: string, digest: string) => ({ answer: { key, actorId: "engine", digest } });
    await town.store.commit([
      creation(loan, { effects: [effect] }),
      creation(aRecord("letters", {}), answerOf("of the effect", effect.key)),
      creation(aRecord("letters", {}), answerOf("of a request", "d")),
      creation(aRecord("letters", {}), { ...answerOf("later", "d"), entry: { at: later } }),
    ]);
    expect(await town.store.forgetAnswers(later)).toBe(1);
    const known = ["of the effect", "of a request", "later"].map((key) => town.store.answered("engine", key));
    expect((await Promise.all(known)).map((answer) => answer !== null)).toEqual([true, false, true]);
    await town.queue.settleEffect(effect.key);
    expect(await town.store.forgetAnswers(later)).toBe(1);
  });

  test("a refused change does not use its key up", async () => {
    await using town = await openLibrary(open);
    const answer = { key: "k1", actorId: "ada", digest: "d" };
    const book = aRecord("books", { title: "one" });
    await town.store.commit([update(next(book, {}), { answer })]);
    expect(await town.store.commit([creation(book, { answer })])).toEqual([{ done: true, seq: 1 }]);
  });

  test("two requests with one key at the same moment are carried out once", async () => {
    await using town = await openLibrary(open);
    const answer = { key: "k1", actorId: "ada", digest: "d" };
    const commits = [1, 2, 3].map(() => town.store.commit([creation(aRecord("books", {}), { answer })]));
    const outcomes = (await Promise.all(commits)).flat();
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.done && outcome.why === "answered")).toHaveLength(2);
  });

  test("a change is refused when what its rules counted has changed, and one of those that share a count passes", async () => {
    await using town = await openLibrary(open);
    const premise = (key: string, count: number) => ({ key, type: "books", where: [], count });
    const book = (...premises: readonly ReturnType<typeof premise>[]) => creation(aRecord("books", {}), { premises });
    const outdated = { done: false, why: "outdated" };
    const done = { done: true, seq: 1 };
    expect(
      await town.store.commit([book(premise("all", 1)), book(premise("all", 0)), book(premise("all", 0))]),
    ).toEqual([outdated, done, outdated]);
    const many = Array.from({ length: 120 }, (_, place) => book(premise(`number ${place}`, 1)));
    expect(await town.store.commit([...many, book(premise("one more", 2))])).toEqual([
      ...many.map(() => done),
      outdated,
    ]);
  });

  test("settles an effect with the one change that comes of it", async () => {
    await using town = await openLibrary(open);
    const loan = aCase("loans", {});
    const effect = { key: `${loan.id}/1/0`, type: "send", params: { event: "REMIND" } };
    await town.store.commit([creation(loan, { effects: [effect] })]);
    const settles = { effectKey: effect.key };
    const outcomes = await town.store.commit([
      creation(aRecord("letters", {}), { settles }),
      creation(aRecord("letters", {}), { settles }),
    ]);
    expect(outcomes).toEqual([
      { done: true, seq: 1 },
      { done: false, why: "settled" },
    ]);
    expect(await town.queue.effectsOf([loan.id], later)).toEqual([]);
    expect(await town.store.commit([creation(aRecord("letters", {}), { settles })])).toEqual([
      { done: false, why: "settled" },
    ]);
  });

  test("fires a timer once, and not when it was armed anew", async () => {
    await using town = await openLibrary(open);
    const timer = { key: "late", event: "xstate.after.P21D", dueAt: later, delay: "P21D" };
    const loan = aCase("loans", {});
    await town.store.commit([creation(loan, { arm: [timer] })]);
    const settles = { timer: { recordId: loan.id, key: "late", dueAt: later } };
    const fired = next(loan, { stage: "late" });
    expect(
      await town.store.commit([update(fired, { settles: { timer: { ...settles.timer, dueAt: "2027" } } })]),
    ).toEqual([{ done: false, why: "settled" }]);
    expect(
      await town.store.commit([update(fired, { settles, arm: [{ ...timer, dueAt: "2026-05-01T08:00:00.000Z" }] })]),
    ).toEqual([{ done: true, seq: 2 }]);
    expect(await town.store.commit([update(next(fired, {}), { settles })])).toEqual([{ done: false, why: "settled" }]);
    expect((await town.queue.timersOf(loan.id)).map(({ dueAt }) => dueAt)).toEqual(["2026-05-01T08:00:00.000Z"]);
  });
});
