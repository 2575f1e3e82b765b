import { baselines } from "../../plugins/matching-rome/evaluation/baselines.ts";
import { codeHeldOutTitles, codeIndependentTitles } from "../../plugins/matching-rome/evaluation/coding-evaluation.ts";
import { EvaluationData } from "../../plugins/matching-rome/evaluation/evaluation-data.ts";
import { rankPeopleForOffers } from "../../plugins/matching-rome/evaluation/ranking-evaluation.ts";
import type { Row } from "./report.ts";

/** How well occupations are found and people ranked, on the visible part of the public evaluation, beside its best baseline. */
export async function evaluationRows(): Promise<readonly Row[]> {
  const data = new EvaluationData("../shared/data");
  if (!data.isThere) {
    const what = "public reference data: not at ../shared/data, nothing is evaluated";
    return [{ what, measured: "", ratio: null, goal: "", reached: null }];
  }
  const heldOut = await codeHeldOutTitles(data);
  const independent = await codeIndependentTitles(data);
  const ranking = await rankPeopleForOffers(data);
  const typing = heldOut.byVariant["faute"]?.top1 ?? 0;
  return [
    against("A, titles kept out: right occupation first", heldOut.all.top1, baselines.heldOutTop1),
    against("A: among the first five", heldOut.all.top5, baselines.heldOutTop5),
    against("A, with typing errors: first", typing, baselines.typingErrorsTop1),
    { what: "A: both forms alike", measured: heldOut.alike.toFixed(3), ratio: null, goal: "", reached: null },
    against("B, titles that others wrote: first", independent.top1, baselines.independentTop1),
    against("B: among the first five", independent.top5, baselines.independentTop5),
    against("C, people for offers: nDCG@10", ranking.ndcg10, baselines.rankingNdcg10),
    { what: "C: P@5, same occupation", measured: ranking.p5.toFixed(3), ratio: null, goal: "", reached: null },
  ];
}

function against(what: string, figure: number, baseline: number): Row {
  const reached = figure > baseline;
  return { what, measured: figure.toFixed(3), ratio: figure / baseline, goal: `> ${baseline}`, reached };
}
