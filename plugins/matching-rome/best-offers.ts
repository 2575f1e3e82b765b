import type { OccupationGraph } from "./directory/occupation-graph.ts";
import { createTopScores } from "./indexes/top-scores.ts";
import type { Offer } from "./reading/offer.ts";
import type { Person } from "./reading/person.ts";
import { type PreparedOffer, prepareOffer } from "./scoring/prepared-offer.ts";
import { bestOccupation, emptyShares, scorePair } from "./scoring/score-pair.ts";
import type { MatchingSettings } from "./settings.ts";

/** An open offer that suits, ready to be explained. */
export interface SuitingOffer {
  readonly id: string;
  readonly prepared: PreparedOffer;
}

/** The open offers that suit the person best. Offers of quite another occupation are not among them. */
export function bestOffers(
  person: Person,
  from: { readonly offers: Iterable<Offer>; readonly graph: OccupationGraph; readonly settings: MatchingSettings },
  limit: number,
): readonly SuitingOffer[] {
  const top = createTopScores<SuitingOffer>(limit);
  const shares = emptyShares();
  for (const offer of from.offers) {
    const prepared = prepareOffer(offer, from.graph, from.settings);
    if (isAnotherOccupation(prepared, person)) continue;
    top.add(scorePair(prepared, person, shares), { id: offer.id, prepared });
  }
  return top.best();
}

function isAnotherOccupation(prepared: PreparedOffer, person: Person): boolean {
  if (prepared.offer.occupation === "" || person.occupations.length === 0) return false;
  return bestOccupation(prepared, person).relation === "none";
}
