import { describe, expect, it } from "vitest";
import { changesBetween, mergeData, sameJson } from "./merge-data.ts";

describe("mergeData", () => {
  it("writes the fields of the patch, and removes those that are null", () => {
    expect(mergeData({ a: 1, b: 2, c: 3 }, { b: null, c: 4, d: null })).toEqual({ a: 1, c: 4 });
  });
});

describe("changesBetween", () => {
  it("tells what each field was and became", () => {
    expect(changesBetween({ a: 1, b: [1], c: { x: 1, y: 2 } }, { b: [1, 2], c: { y: 2, x: 1 }, d: "new" })).toEqual({
      a: { from: 1, to: null },
      b: { from: [1], to: [1, 2] },
      d: { from: null, to: "new" },
    });
  });
});

describe("sameJson", () => {
  it("knows lists from objects and null from nothing", () => {
    expect(sameJson([], {})).toBe(false);
    expect(sameJson(null, undefined)).toBe(false);
    expect(sameJson({ a: undefined as never }, { b: 1 })).toBe(false);
    expect(sameJson([1, { a: [null] }], [1, { a: [null] }])).toBe(true);
  });
});
