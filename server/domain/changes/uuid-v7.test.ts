import { describe, expect, it } from "vitest";
import { isId, uuidV7Maker } from "./uuid-v7.ts";

describe("an id", () => {
  it("is a UUIDv7 that holds the time it was made at", () => {
    const newId = uuidV7Maker(
      () => Date.parse("2026-03-02T08:00:00Z"),
      (size) => new Uint8Array(size).fill(0xff),
    );
    expect(newId()).toBe("019cad8f-ac00-7000-bfff-ffffffffffff");
  });

  it("sorts after those made before it, in one millisecond, and when the clock goes back", () => {
    const times = [5, 5, 5, 3, 6, ...Array.from({ length: 5000 }, () => 6), 6];
    const newId = uuidV7Maker(() => times.shift() ?? 6);
    const ids = Array.from({ length: 5006 }, () => newId());
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every(isId)).toBe(true);
  });

  it("is told from what is none", () => {
    for (const text of [
      "",
      "nobody",
      "019cad8f-ac00-7000-bfff-fffffffffff",
      "019CAD8F-AC00-7000-BFFF-FFFFFFFFFFFF\0",
    ]) {
      expect(isId(text)).toBe(false);
    }
  });
});
