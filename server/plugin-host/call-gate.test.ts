import { expect, test } from "vitest";
import { type CallGateOptions, createCallGate } from "./call-gate.ts";
import { PluginStopped } from "./isolation/plugin-stopped.ts";
import { PluginCallError } from "./plugin-errors.ts";

function gate(options: Partial<CallGateOptions> = {}) {
  const clock = { ms: 0 };
  const failures: unknown[] = [];
  const made = createCallGate({
    title: { fr: "Livres proches", en: "Similar books" },
    deadlineMs: 10_000,
    maximumInFlight: 2,
    elapsed: () => clock.ms,
    clock: () => "2026-03-31T10:00:00.000Z",
    onFailure: (error) => failures.push(error),
    ...options,
  });
  return { gate: made, clock, failures };
}

const breaks = async () => {
  throw new Error("no such shelf");
};

test("answers what the work answers and counts it", async () => {
  const { gate: calls } = gate();
  expect(await calls.call(async () => 42)).toBe(42);
  expect(calls.health()).toEqual({
    ...{ state: "closed", calls: 1, failures: 0, inFlight: 0, averageMs: 0, longestMs: 0 },
    ...{ lastFailure: null, since: null },
  });
});

test("tells who failed in a sentence, and keeps the cause for the log", async () => {
  const { gate: calls, failures } = gate();
  const error = await calls.call(breaks).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PluginCallError);
  expect((error as PluginCallError).details.message).toMatchObject({
    fr: "« Livres proches » n’a pas fonctionné. Signalez-le à l’administrateur.",
  });
  expect(failures).toEqual([new Error("no such shelf")]);
  expect(calls.health()).toMatchObject({ failures: 1, lastFailure: { message: "no such shelf" } });
});

test("turns a throw before the first await into the same error", async () => {
  const { gate: calls } = gate();
  const work = () => {
    throw new Error("at once");
  };
  await expect(calls.call(work)).rejects.toThrow("did not work");
});

test("stops waiting at the deadline and aborts the work", async () => {
  const { gate: calls } = gate({ deadlineMs: 5 });
  let aborted = false;
  const hang = (signal: AbortSignal) =>
    new Promise<never>(() => {
      signal.addEventListener("abort", () => {
        aborted = true;
      });
    });
  await expect(calls.call(hang)).rejects.toThrow("did not answer within 0.005 s");
  expect(aborted).toBe(true);
});

test("is set aside after five failures, without being called", async () => {
  const { gate: calls, clock } = gate();
  for (let n = 0; n < 5; n++) await calls.call(breaks).catch(() => undefined);
  let called = false;
  const work = async () => {
    called = true;
  };
  await expect(calls.call(work)).rejects.toThrow("set aside");
  expect(called).toBe(false);
  clock.ms = 30_000;
  await calls.call(work);
  expect(called).toBe(true);
});

test("refuses more calls at once than it may have", async () => {
  const { gate: calls } = gate({ maximumInFlight: 1 });
  let finish = () => {};
  const first = calls.call(
    () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
  );
  await expect(calls.call(async () => 1)).rejects.toThrow("too busy");
  finish();
  await first;
  expect(await calls.call(async () => 2)).toBe(2);
});

test("work that answers at once but slowly counts as failing", () => {
  const { gate: calls, clock } = gate({ deadlineMs: 50 });
  const slow = () => {
    clock.ms += 51;
    return "done";
  };
  expect(calls.callNow(slow)).toBe("done");
  expect(calls.health()).toMatchObject({ calls: 1, failures: 1, averageMs: 51 });
});

test("a loop whose thread was stopped after its call had failed was called again, five deadlines long", async () => {
  const { gate: calls } = gate({ deadlineMs: 5 });
  let stop = (_why: PluginStopped) => {};
  const stuck = new Promise<never>((_, reject) => {
    stop = reject;
  });
  await expect(calls.call(() => stuck)).rejects.toThrow("did not answer");
  expect(calls.health().state).toBe("closed");
  stop(PluginStopped.stuck());
  await expect.poll(() => calls.health().state).toBe("open");
  expect(calls.health("fr")).toMatchObject({
    calls: 1,
    failures: 1,
    lastFailure: { message: expect.stringContaining("a été arrêtée") },
  });
});
