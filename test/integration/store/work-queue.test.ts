import { expect, test } from "vitest";
import type { Incident } from "../../../server/domain/incidents/incident.ts";
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
      {
        recordId: loan.id,
        type: "loans",
        key: "a",
        event: "xstate.after.a",
        dueAt: minute(1),
        delay: "a",
        attempts: 0,
        depth: 0,
      },
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
      depth: 0,
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
    await town.queue.retryLater({ source: "effect", key }, minute(10), "no-answer");
    expect(await town.queue.effectsOf([loan.id], minute(30))).toEqual([]);
    expect(await town.queue.dueEffects(minute(9), 10, minute(30))).toEqual([]);
    expect((await town.queue.dueEffects(minute(10), 10, minute(30))).map(({ attempts }) => attempts)).toEqual([1]);
    await Promise.all([1, 2, 3].map((nr) => town.queue.giveUp(givenUp(loan.id, { source: "effect", key }, nr))));
    expect(await town.queue.dueEffects(minute(59), 10, minute(59))).toEqual([]);
    expect(await town.queue.nextDue()).toBeNull();
    const { rows, total } = await town.incidents.list({ resolved: false, offset: 0, limit: 10 });
    expect({ rows, total }).toMatchObject({ rows: [{ recordId: loan.id, failure, resolved: null }], total: 1 });
  });

  test("a given-up timer waits for its incident, and is gone with what re-arms or cancels it", async () => {
    await using town = await openLibrary(open);
    const loan = aCase("loans", {});
    const work = { source: "timer", recordId: loan.id, key: "a", dueAt: minute(1) } as const;
    await town.write(creation(loan, { arm: [timer("a", minute(1))] }));
    await town.queue.dueTimers(minute(1), 10, minute(30));
    await town.queue.retryLater(work, minute(5), "no-answer");
    expect(await town.queue.nextDue("timers")).toBe(minute(5));
    expect((await town.queue.dueTimers(minute(5), 10, minute(30)))[0]).toMatchObject({ key: "a", attempts: 1 });
    await town.queue.giveUp(givenUp(loan.id, work));
    expect(await town.queue.dueTimers(minute(59), 10, minute(59))).toEqual([]);
    expect(await town.queue.nextDue()).toBeNull();
    expect(await town.incidents.openCount()).toBe(1);
    await town.write(update(next(loan, {}), { arm: [timer("a", minute(9))] }));
    expect(await town.incidents.openCount()).toBe(0);
    expect((await town.queue.dueTimers(minute(9), 10, minute(30)))[0]).toMatchObject({ attempts: 0, dueAt: minute(9) });
  });

  test("an incident is closed once: its work is due at once, dropped, or was gone", async () => {
    await using town = await openLibrary(open);
    const { loan, change } = withEffects("send", "print", "call");
    await town.write(change);
    await town.queue.dueEffects(minute(1), 10, minute(30));
    for (const nr of [0, 1, 2]) {
      await town.queue.giveUp(givenUp(loan.id, { source: "effect", key: `${loan.id}/1/${nr}` }, nr));
    }
    const { rows } = await town.incidents.list({ resolved: false, offset: 0, limit: 10 });
    const [retried, dismissed, gone] = rows;
    if (!retried || !dismissed || !gone) throw new Error("Three incidents were given up");
    const by = { at: minute(20), actorId: "ada", actorName: "Ada" };
    expect(await town.incidents.resolve(retried, "retried", by)).toBe("retried");
    expect(await town.incidents.resolve(retried, "dismissed", by)).toBeNull();
    expect(await town.incidents.resolve(dismissed, "dismissed", by)).toBe("dismissed");
    await town.queue.settleEffect(gone.work.key);
    expect(await town.incidents.resolve(gone, "retried", by)).toBe("obsolete");
    const due = await town.queue.dueEffects(minute(20), 10, minute(30));
    expect(due.map(({ key, attempts }) => ({ key, attempts }))).toEqual([{ key: retried.work.key, attempts: 0 }]);
    expect(await town.incidents.openCount()).toBe(0);
    const closed = await town.incidents.list({ resolved: true, offset: 0, limit: 10 });
    expect(closed.rows.map(({ resolved }) => resolved?.how).sort()).toEqual(["dismissed", "obsolete", "retried"]);
    expect(closed.rows[0]?.resolved).toMatchObject({ actorName: "Ada", at: minute(20) });
  });

  test("a hold that a clock made before it went back is void", async () => {
    await using town = await openLibrary(open);
    const { loan, change } = withEffects("send");
    await town.write(change, creation(aCase("loans", {}), { arm: [timer("a", minute(1))] }));
    const nextYear = "2027-03-02T08:00:00.000Z";
    expect(await town.queue.dueTimers(nextYear, 10, "2027-03-02T08:02:00.000Z")).toHaveLength(1);
    expect(await town.queue.dueEffects(nextYear, 10, "2027-03-02T08:02:00.000Z")).toHaveLength(1);
    expect(await town.queue.dueTimers(minute(2), 10, minute(4))).toHaveLength(1);
    expect(await town.queue.dueEffects(minute(2), 10, minute(4))).toHaveLength(1);
    const key = `${loan.id}/1/0`;
    await town.queue.retryLater({ source: "effect", key }, nextYear, "no-answer");
    expect(await town.queue.dueEffects(minute(3), 10, minute(4))).toHaveLength(1);
  });

  test("a chore of the day is done by one process, and by another when that one has died", async () => {
    await using town = await openLibrary(open);
    const chore = { name: "derived", day: "2026-03-02" };
    const claims = await Promise.all([1, 2, 3].map(() => town.queue.claimChore(chore, minute(0), minute(9))));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await town.queue.claimChore(chore, minute(8), minute(20))).toBe(false);
    expect(await town.queue.claimChore(chore, minute(9), minute(20))).toBe(true);
    await town.queue.finishChore(chore);
    expect(await town.queue.claimChore(chore, minute(30), minute(40))).toBe(false);
    expect(await town.queue.claimChore({ ...chore, day: "2026-03-03" }, minute(30), minute(40))).toBe(true);
  });

  test("tells how much is overdue, and since when", async () => {
    await using town = await openLibrary(open);
    const none = { timers: 0, effects: 0, timersSince: null, effectsSince: null };
    expect(await town.queue.overdue(minute(1))).toEqual(none);
    await town.write(withEffects("send", "print").change);
    await town.write(creation(aCase("loans", {}), { arm: [timer("a", minute(2)), timer("b", minute(9))] }));
    expect(await town.queue.overdue(minute(5))).toEqual({
      timers: 1,
      effects: 2,
      timersSince: minute(2),
      effectsSince: minute(0),
    });
  });
});

const failure = { code: "no-answer", message: { fr: "Pas de réponse.", en: "No answer." } };

function givenUp(recordId: string, work: Incident["work"], nr = 0): Incident {
  const id = `0198c5e2-7d1a-7000-8f3b-${work.key.length}${nr}00000000`;
  return { id, work, kind: "effect:send", recordType: "loans", recordId, attempts: 2, failedAt: minute(15), failure };
}
