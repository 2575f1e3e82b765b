import path from "node:path";
import { expect, test } from "vitest";
import { readCodingEvaluation } from "./coding-evaluation.ts";

const evaluation = readCodingEvaluation(path.resolve(import.meta.dirname, "../../../../shared/data"));

/** The best baseline of the evaluation's README: runs of 3 and 4 letters. */
const baseline = { heldOut: { top1: 0.571, top5: 0.813 }, independent: { top1: 0.589, top5: 0.811 } };

test.skipIf(evaluation === null)("codes titles that it has not seen better than the public baselines", () => {
  const { quality, byVariant } = evaluation?.heldOutTitles(10) ?? {};
  expect(quality?.top1).toBeGreaterThan(baseline.heldOut.top1 + 0.04);
  expect(quality?.top5).toBeGreaterThan(baseline.heldOut.top5 + 0.01);
  const [men, women] = [byVariant?.get("masculin"), byVariant?.get("feminin")];
  expect(Math.abs((men?.top1 ?? 0) - (women?.top1 ?? 1))).toBeLessThan(0.01);
});

test.skipIf(evaluation === null)("codes titles that others wrote better than the public baselines", () => {
  const quality = evaluation?.independentTitles(3);
  expect(quality?.top1).toBeGreaterThan(baseline.independent.top1 + 0.02);
  expect(quality?.top5).toBeGreaterThan(baseline.independent.top5);
});
