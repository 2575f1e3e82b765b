import { describe, expect, it } from "vitest";
import { valueAt } from "./value-at.ts";

describe("valueAt", () => {
  it("reads objects and lists, and nothing that they inherit", () => {
    const data = { a: { b: [{ c: 1 }] }, n: null };
    expect(valueAt(data, "a.b.0.c")).toBe(1);
    expect(valueAt(data, "n")).toBeNull();
    expect(valueAt(data, "n.x")).toBeUndefined();
    expect(valueAt(data, "a.b.length.x")).toBeUndefined();
    expect(valueAt(data, "constructor")).toBeUndefined();
  });
});
