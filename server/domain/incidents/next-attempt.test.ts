import { expect, test } from "vitest";
import { longestHold } from "../changes/work-queue.ts";
import { DomainError } from "../domain-error.ts";
import { nextAttempt } from "./next-attempt.ts";

const now = "2026-03-02T08:00:00.000Z";
const secondsUntil = (at: string | null) => (at === null ? null : (Date.parse(at) - Date.parse(now)) / 1000);
const attempt = (error: unknown, attempts: number, key = "loan/1/0") =>
  secondsUntil(nextAttempt(error, { key, attempts, now }));

test("what may pass is tried again for a day and a half, at ever longer intervals", () => {
  const waits = [0, 1, 2, 3, 4, 5].map((attempts) => attempt(new Error("no answer"), attempts) ?? 0);
  for (const [index, about] of [10, 60, 600, 3600, 21_600, 86_400].entries()) {
    expect(waits[index]).toBeGreaterThanOrEqual(about * 0.8);
    expect(waits[index]).toBeLessThanOrEqual(about * 1.2);
  }
  expect(attempt(new Error("no answer"), 6)).toBeNull();
  expect(Math.max(...waits)).toBeLessThan(longestHold);
});

test("a refusal is soon somebody's to look at", () => {
  const refusal = new DomainError({ kind: "invalid", code: "invalid-record", message: "No" });
  expect(attempt(refusal, 1)).toBeGreaterThan(40);
  expect(attempt(refusal, 2)).toBeNull();
  const busy = new DomainError({ kind: "unavailable", code: "too-much-contention", message: "Later" });
  expect(attempt(busy, 5)).toBeGreaterThan(0);
});

test("a thousand that fail together are not tried again together", () => {
  const waits = Array.from({ length: 1000 }, (_, n) => attempt(new Error("no answer"), 2, `loan${n}/1/0`) ?? 0);
  const inOneSecond = new Map<number, number>();
  for (const wait of waits) inOneSecond.set(Math.floor(wait), (inOneSecond.get(Math.floor(wait)) ?? 0) + 1);
  expect(Math.max(...inOneSecond.values())).toBeLessThan(20);
});
