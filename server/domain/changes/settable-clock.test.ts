import { expect, it } from "vitest";
import { SettableClock } from "./settable-clock.ts";

const start = "2026-03-02T08:00:00.000Z";

it("stands still until it is moved, and calls what was to be called until then", () => {
  const clock = new SettableClock("2026-03-02T09:00:00+01:00");
  const called: string[] = [];
  clock.wakeAt("2026-03-02T09:00:00.000Z", () => called.push("nine"));
  clock.wakeAt("2026-03-02T10:00:00.000Z", () => called.push("ten"));
  const callOff = clock.wakeAt("2026-03-02T09:30:00.000Z", () => called.push("half past"));
  callOff();
  expect(clock.now()).toBe(start);
  clock.moveTo("2026-03-02T09:45:00.000Z");
  expect(called).toEqual(["nine"]);
  clock.moveTo("2026-03-03T00:00:00.000Z");
  expect(called).toEqual(["nine", "ten"]);
});

it("calls soon what is past already", async () => {
  const clock = new SettableClock(start);
  await new Promise<void>((resolve) => clock.wakeAt("2026-03-01T00:00:00.000Z", resolve));
  expect(clock.now()).toBe(start);
});

it("never goes back", () => {
  const clock = new SettableClock(start);
  expect(() => clock.moveTo("2026-03-02T07:59:59.999Z")).toThrow(RangeError);
});
