import { expect, test } from "vitest";
import { limitReason, sidesOf } from "./sides-of.ts";

const reason = (code: string, weight: number) => ({ code, message: code, weight });

test("reasons stand for, to be checked or against; what a limit takes stands apart", () => {
  const reasons = [
    reason("occupation-close", 0.3),
    reason("skills-partial", 0.1),
    reason("language-unmet", 0.05),
    reason("hours-unknown", 0.02),
    reason("skills-unmet", 0),
    reason("occupation-none", 0),
    reason("hard-limit", -0.2),
  ];
  const codes = (side: readonly { readonly code: string }[]) => side.map(({ code }) => code);
  const sides = sidesOf(reasons);
  expect(codes(sides.for)).toEqual(["occupation-close"]);
  expect(codes(sides.check)).toEqual(["skills-partial", "hours-unknown", "skills-unmet"]);
  expect(codes(sides.against)).toEqual(["language-unmet", "occupation-none"]);
  expect(limitReason(reasons)?.weight).toBe(-0.2);
});
