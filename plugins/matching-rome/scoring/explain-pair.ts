import type { Language, Match, MatchReason } from "../../../server/plugin-api/index.ts";
import type { OccupationGraph } from "../directory/occupation-graph.ts";
import type { Person } from "../reading/person.ts";
import { blockerSentence, hardLimitSentence } from "./blocker-sentences.ts";
import { criteria } from "./criteria.ts";
import type { PreparedOffer } from "./prepared-offer.ts";
import { type Pair, reasonOf } from "./reason-sentences.ts";
import { blockedPart, blockersOf, emptyShares, scorePair } from "./score-pair.ts";
import { kmBetween } from "./travel.ts";

/**
 * The match in words: one reason for each criterion that the offer asks for, with what it brings to the score, and,
 * where something makes the job impossible, what that takes away. The weights of the reasons add up to the score.
 */
export function explainPair(
  {
    prepared,
    person,
    graph,
  }: { readonly prepared: PreparedOffer; readonly person: Person; readonly graph: OccupationGraph },
  language: Language,
): Pick<Match, "score" | "reasons" | "blockers"> {
  const shares = emptyShares();
  scorePair(prepared, person, shares);
  const km = kmBetween(prepared.offer, person);
  const pair: Pair = { prepared, person, graph, km };
  const reasons: MatchReason[] = [];
  let told = 0;
  for (const [n, criterion] of criteria.entries()) {
    const maximum = prepared.maxima[n] ?? 0;
    if (maximum === 0) continue;
    const share = shares[n] ?? 0;
    // Each weight is what the rounded total grows by, so that what is shown adds up to it exactly.
    const before = rounded(told);
    told += share * maximum;
    reasons.push({ ...reasonOf(criterion, pair, { share, language }), weight: rounded(rounded(told) - before) });
  }
  const blockers = blockersOf(prepared, person, km).map((code) => ({
    code,
    message: blockerSentence(code, pair, language),
    weight: 0,
  }));
  const possible = rounded(told);
  if (blockers.length === 0) return { score: possible, reasons, blockers };
  const score = rounded(possible * blockedPart);
  reasons.push({ code: "hard-limit", message: hardLimitSentence(language), weight: rounded(score - possible) });
  return { score, reasons, blockers };
}

/** To a ten-thousandth: what is shown adds up. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
