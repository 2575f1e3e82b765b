import { describe, expect, it } from "vitest";
import type { GuardDefinition } from "../../../plugin-api/workflow-definition.ts";
import { evaluate } from "../../testing/loan-rule.ts";

describe("compare", () => {
  const rule = (left: string, is: string, right: unknown): GuardDefinition => ({
    type: "compare",
    params: { left, is, right },
  });

  it.each([
    ["case.fine", "=", 250, true],
    ["case.fine", ">=", 251, false],
    ["case.fine", ">", "event.fine", true],
    ["case.fine", "<", "$event.fine", false],
    ["case.shelf", "!=", "B2", false],
    ["case.shelf", "<", "C", true],
    ["case.shelf", "<", 3, false],
    ["case.nothing", "=", null, true],
    ["member.name", "=", "Ada", true],
    ["branch.name", "=", null, true],
  ])("%s %s %s: %s", (left, is, right, ok) => {
    expect(evaluate(rule(left, is, right)).ok).toBe(ok);
  });

  it("says both values", () => {
    expect(evaluate(rule("case.fine", "<", 100))).toMatchObject({
      actual: 250,
      expected: 100,
      reasons: [{ code: "compare", field: "fine", message: "“fine” is 250; it must be < 100." }],
    });
  });
});
