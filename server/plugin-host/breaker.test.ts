import { expect, test } from "vitest";
import { createBreaker } from "./breaker.ts";

function breakerOnAClock() {
  const clock = { ms: 0 };
  return {
    clock,
    breaker: createBreaker({ threshold: 3, coolDownMs: 1000, longestCoolDownMs: 3000, elapsed: () => clock.ms }),
  };
}

function fail(breaker: ReturnType<typeof createBreaker>, times: number) {
  for (let n = 0; n < times; n++) breaker.failed();
}

test("opens after the given number of failures in a row", () => {
  const { breaker } = breakerOnAClock();
  fail(breaker, 2);
  expect(breaker.admit()).toBe(true);
  breaker.failed();
  expect(breaker.state()).toBe("open");
  expect(breaker.admit()).toBe(false);
});

test("a success in between starts the count again", () => {
  const { breaker } = breakerOnAClock();
  fail(breaker, 2);
  breaker.succeeded();
  fail(breaker, 2);
  expect(breaker.state()).toBe("closed");
});

test("lets one trial call through after the cool-down, and closes when it succeeds", () => {
  const { breaker, clock } = breakerOnAClock();
  fail(breaker, 3);
  clock.ms = 1000;
  expect(breaker.state()).toBe("half-open");
  expect([breaker.admit(), breaker.admit()]).toEqual([true, false]);
  breaker.succeeded();
  expect(breaker.state()).toBe("closed");
});

test("opens again at once when the trial call fails", () => {
  const { breaker, clock } = breakerOnAClock();
  fail(breaker, 3);
  clock.ms = 1000;
  breaker.admit();
  breaker.failed();
  expect(breaker.state()).toBe("open");
});

test("waits twice as long after each trial call that fails, up to a bound, and begins anew once closed", () => {
  const { breaker, clock } = breakerOnAClock();
  fail(breaker, 3);
  const waits: number[] = [];
  for (let n = 0; n < 4; n++) {
    waits.push(breaker.waitsMs());
    clock.ms += breaker.waitsMs();
    expect(breaker.admit()).toBe(true);
    breaker.failed();
  }
  expect(waits).toEqual([1000, 2000, 3000, 3000]);
  breaker.close();
  fail(breaker, 3);
  expect(breaker.waitsMs()).toBe(1000);
});
