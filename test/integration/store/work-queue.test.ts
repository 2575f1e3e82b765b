import { expect, test } from "vitest";
import { eachDatabase } from "../../support/databases.ts";
import { aCase, creation, deletion, next, update } from "./change-builder.ts";
import { openLibrary } from "./open-library.ts";

const minute = (place: number) => `2026-03-02T08:${String(place).padStart(2, "0")}:00.000Z`;

const timer = (key: string, dueAt: string) => ({ key, event: `xstate.after.${key}`, dueAt, delay: key });

/** A loan whose effects fall due at minute 0. */
function withEffects(...types: readonly string[]) {
  const loan = aCase("loans", {});
  const effects = types.map((type, place) => ({ key: `${loan.id}/1/${place}`, type, params: { place } }));
  return { loan, change: creation(loan, { effects }) };
}

eachDatabase((open) => {
  test("leases due timers, the oldest first, until the lease ends", async () => {
    await using town = await openLibrary(open);
    const loan = aCase("loans", {});
    const arm = [timer("c", minute(9)), timer("b", minute(2)), timer("a", minute(1))];
    await town.write(creation(loan, { arm }));
    expect(await town.queue.dueTimers(minute(0), 10, minute(30))).toEqual([]);
    expect(await town.queue.dueTimers(minute(5), 1, minute(30))).toEqual([
      { recordId: loan.id, type: "loans", key: "a", event: "xstate.after.a", dueAt: minute(1) },
    ]);
    expect((await town.queue.dueTimers(minute(5), 10, minute(30))).map(({ key }) => key)).toEqual(["b"]);
    expect(await town.queue.dueTimers(minute(6), 10, minute(30))).toEqual([]);
    expect((await town.queue.dueTimers(minute(30), 10, minute(40))).map(({ key }) => key)).toEqual(["a", "b", "c"]);
  });

  test("tells when something is due next", async () => {
    await using town = await openLibrary(open);
    expect(await town.queue.nextDue()).toBeNull();
    await town.write(creation(aCase("loans", {}), { arm: [timer("a", minute(1)), timer("b", minute(9))] }));
    expect(await town.queue.nextDue()).toBe(minute(1));
    await town.queue.dueTimers(minute(1), 10, minute(20));
    expect(await town.queue.nextDue()).toBe(minute(9));
    await town.queue.dueTimers(minute(9), 10, minute(15));
    expect(await town.queue.nextDue()).toBe(minute(15));
    await town.write(withEffects("send").change);
    expect(await town.queue.nextDue()).toBe(minute(0));
  });

  test("a timer that is armed again is due at its new time, whoever held it", async () => {
    await using town = await openLibrary(open);
    const loan = aCase("loans", {});
    await town.write(creation(loan, { arm: [timer("a", minute(1))] }));
    await town.queue.dueTimers(minute(1), 10, minute(59));
    await town.write(update(next(loan, {}), { arm: [timer("a", minute(5))] }));
    expect((await town.queue.dueTimers(minute(5), 10, minute(59))).map(({ dueAt }) => dueAt)).toEqual([minute(5)]);
  });

  test("drops timers that were cancelled, dropped, or of a deleted case", async () => {
    await using town = await openLibrary(open);
    const loan = aCase("loans", {});
    await town.write(creation(loan, { arm: ["a", "b", "c", "d"].map((key) => timer(key, minute(1))) }));
    await town.write(update(next(loan, {}), { cancel: ["a"] }));
    await town.queue.dropTimer(loan.id, "b", minute(1));
    await town.queue.dropTimer(loan.id, "c", minute(2));
    expect((await town.queue.timersOf(loan.id)).map(({ key }) => key)).toEqual(["c", "d"]);
    await town.write(deletion(next(loan, {})));
    expect(await town.queue.timersOf(loan.id)).toEqual([]);
  });

  test("gives effects in the order they were asked for, to one taker", async () => {
    await using town = await openLibrary(open);
    const { loan, change } = withEffects("send", "print");
    await town.write(change);
    const expected = {
      key: `${loan.id}/1/0`,
      type: "send",
      params: { place: 0 },
      recordId: loan.id,
      recordType: "loans",
      attempts: 0,
      actorId: "ada",
      actorName: "Ada",
    };
    const taken = await town.queue.dueEffects(minute(1), 10, minute(30));
    expect(taken).toEqual([expected, { ...expected, key: `${loan.id}/1/1`, type: "print", params: { place: 1 } }]);
    expect(await town.queue.dueEffects(minute(1), 10, minute(30))).toEqual([]);
    expect(await town.queue.effectsOf([loan.id], minute(30))).toEqual([]);
    await town.queue.settleEffect(`${loan.id}/1/0`);
    expect((await town.queue.dueEffects(minute(30), 10, minute(40))).map(({ type }) => type)).toEqual(["print"]);
  });

  test("two takers never get the same effect", async () => {
    await using town = await openLibrary(open);
    const changes = Array.from({ length: 20 }, () => withEffects("send").change);
    await town.write(...changes);
    const taken = await Promise.all([1, 2, 3].map(() => town.queue.dueEffects(minute(1), 10, minute(30))));
    const keys = taken.flat().map(({ key }) => key);
    expect(keys).toHaveLength(20);
    expect(new Set(keys).size).toBe(20);
  });

  test("gives a request the effects of its own records, of the types that it runs", async () => {
    await using town = await openLibrary(open);
    const [mine, other] = [withEffects("send", "print"), withEffects("send")];
    await town.write(mine.change, other.change);
    const taken = await town.queue.effectsOf([mine.loan.id], minute(30), ["send", "create"]);
    expect(taken.map(({ key }) => key)).toEqual([`${mine.loan.id}/1/0`]);
    expect((await town.queue.effectsOf([mine.loan.id], minute(30))).map(({ type }) => type)).toEqual(["print"]);
    expect((await town.queue.dueEffects(minute(1), 10, minute(30))).map(({ recordId }) => recordId)).toEqual([
      other.loan.id,
    ]);
  });

  test("tries a failed effect again at its time, and keeps one that was given up", async () => {
    await using town = await openLibrary(open);
    const { loan, change } = withEffects("send");
    const key = `${loan.id}/1/0`;
    await town.write(change);
    await town.queue.effectsOf([loan.id], minute(30));
    await town.queue.failEffect(key, "no\0 answer", minute(10));
    expect(await town.queue.effectsOf([loan.id], minute(30))).toEqual([]);
    expect(await town.queue.dueEffects(minute(9), 10, minute(30))).toEqual([]);
    expect((await town.queue.dueEffects(minute(10), 10, minute(30))).map(({ attempts }) => attempts)).toEqual([1]);
    await town.queue.failEffect(key, "gone", null);
    expect(await town.queue.dueEffects(minute(59), 10, minute(59))).toEqual([]);
    expect(await town.queue.nextDue()).toBeNull();
    const [kept] = await town.database.knex("outbox").select("key", "error", "attempts");
    expect(kept).toEqual({ key, error: "gone", attempts: 2 });
  });
});
