import { describe, expect, it } from "vitest";
import { suits } from "./filter-value.ts";

describe("a value of a filter", () => {
  it("suits its field by its type", () => {
    expect(suits("number", 3)).toBe(true);
    expect(suits("number", "3")).toBe(false);
    expect(suits("boolean", 0)).toBe(false);
    expect(suits("text", "œuvre")).toBe(true);
    expect(suits("text", "a\0")).toBe(false);
    expect(suits("text", "\ud83d")).toBe(false);
    expect(suits("instant", "2026-02-28")).toBe(true);
    expect(suits("day", "2026-02-28T10:00Z")).toBe(false);
  });
});
