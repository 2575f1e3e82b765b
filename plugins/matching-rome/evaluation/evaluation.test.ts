import path from "node:path";
import { expect, test } from "vitest";
import { baselines } from "./baselines.ts";
import { codeHeldOutTitles, codeIndependentTitles } from "./coding-evaluation.ts";
import { EvaluationData } from "./evaluation-data.ts";
import { rankPeopleForOffers } from "./ranking-evaluation.ts";

const data = new EvaluationData(path.resolve(import.meta.dirname, "../../../../shared/data"));

/** On a part of the titles and offers, so that it is quick: `npm run bench -- --only=evaluation` takes all of them. */
test.skipIf(!data.isThere)("codes titles that it has not seen better than the public baselines", async () => {
  const { all, byVariant, alike } = await codeHeldOutTitles(data, 10);
  expect(all.top1).toBeGreaterThan(baselines.heldOutTop1);
  expect(all.top5).toBeGreaterThan(baselines.heldOutTop5);
  expect(byVariant["faute"]?.top1).toBeGreaterThan(baselines.typingErrorsTop1);
  expect(alike).toBeGreaterThan(0.98);
});

test.skipIf(!data.isThere)("codes titles that others wrote better than the public baselines", async () => {
  const { top1, top5 } = await codeIndependentTitles(data, 3);
  expect(top1).toBeGreaterThan(baselines.independentTop1);
  expect(top5).toBeGreaterThan(baselines.independentTop5);
});

test.skipIf(!data.isThere)("ranks people for offers better than the public baseline", async () => {
  const { ndcg10 } = await rankPeopleForOffers(data, 5);
  expect(ndcg10).toBeGreaterThan(baselines.rankingNdcg10);
});
