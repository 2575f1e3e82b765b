import { describe, expect, it } from "vitest";
import type { GuardDefinition } from "../../../plugin-api/workflow-definition.ts";
import { blind, evaluate, input } from "../../testing/loan-rule.ts";

describe("text", () => {
  const rule = (without: readonly string[]): GuardDefinition => ({
    type: "text",
    params: { field: "event.note", without, message: "It says {found}.", code: "word" },
  });

  it("finds whole phrases, accents and case aside", () => {
    expect(evaluate(rule(["mouillé", "TRES abime"]))).toMatchObject({
      ok: false,
      reasons: [{ message: "It says TRES abime.", field: "note" }],
    });
    expect(evaluate(rule(["paré", "abîmés"])).ok).toBe(true);
  });

  it("lets an empty text pass, and cannot know one that is not written yet", () => {
    expect(evaluate(rule(["x"]), { ...input, event: {} }).ok).toBe(true);
    expect(evaluate(rule(["x"]), blind).ok).toBeNull();
  });
});
