import type { Language, Match, MatchReason } from "../../server/plugin-api/index.ts";
import { blockerSentence, hardLimitSentence } from "./blocker-sentences.ts";
import { type Criterion, criteria } from "./criteria.ts";
import type { OccupationGraph } from "./occupation-graph.ts";
import type { Person } from "./person.ts";
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
  const reasons: MatchReason[] = criteria.flatMap((criterion, n) => {
    const maximum = prepared.maxima[n] ?? 0;
    return maximum === 0 ? [] : [reasonFor(criterion, pair, { share: shares[n] ?? 0, maximum, language })];
  });
  const blockers = blockersOf(prepared, person, km).map((code) => ({
    code,
    message: blockerSentence(code, pair, language),
    weight: 0,
  }));
  const possible = sum(reasons);
  if (blockers.length > 0)
    reasons.push({
      code: "hard-limit",
      message: hardLimitSentence(language),
      weight: rounded(-(1 - blockedPart) * possible),
    });
  return { score: rounded(Math.max(0, sum(reasons))), reasons, blockers };
}

interface Told {
  readonly share: number;
  readonly maximum: number;
  readonly language: Language;
}

function reasonFor(criterion: Criterion, pair: Pair, { share, maximum, language }: Told): MatchReason {
  const { code, message } = reasonOf(criterion, pair, { share, language });
  return { code, message, weight: rounded(share * maximum) };
}

function sum(reasons: readonly MatchReason[]): number {
  return reasons.reduce((total, { weight }) => total + weight, 0);
}

/** To a ten-thousandth: what is shown adds up. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
