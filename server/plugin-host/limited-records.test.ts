import { expect, test } from "vitest";
import { createMemoryRecords } from "../plugin-api/testing/index.ts";
import { limitedRecords } from "./limited-records.ts";

/** Records whose counts are answered when the test says so. */
function heldRecords() {
  const held: (() => void)[] = [];
  const count = () => new Promise<number>((resolve) => held.push(() => resolve(7)));
  const memory = createMemoryRecords({ loans: [{ id: "l1" }, { id: "l2" }] });
  return { held, records: limitedRecords({ ...memory, count }, 2) };
}

test("reads beyond those that may be under way wait, and are answered in their turn", async () => {
  const { held, records } = heldRecords();
  const answers = Promise.all(Array.from({ length: 5 }, () => records.count("loans")));
  for (let n = 0; n < 5; n++) {
    await expect.poll(() => held.length).toBeGreaterThan(0);
    expect(held.length).toBeLessThanOrEqual(2);
    held.shift()?.();
  }
  expect(await answers).toEqual([7, 7, 7, 7, 7]);
});

test("a read that fails leaves its place to the next", async () => {
  const failing = { ...createMemoryRecords({}), get: () => Promise.reject(new Error("torn")) };
  const records = limitedRecords(failing, 1);
  for (let n = 0; n < 3; n++) await expect(records.get("loans", "l1")).rejects.toThrow("torn");
});

test("a walk through all records takes turns with the other reads, and may be left in the middle", async () => {
  const { records } = heldRecords();
  for await (const batch of records.each("loans")) {
    expect(batch.length).toBeGreaterThan(0);
    break;
  }
  expect(await records.list("loans")).toHaveLength(2);
});
