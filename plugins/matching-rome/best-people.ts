import { domainOf, type OccupationGraph, type Relation, relations } from "./directory/occupation-graph.ts";
import type { Candidate, PeopleIndex } from "./indexes/people-index.ts";
import { createTopScores } from "./indexes/top-scores.ts";
import type { PreparedOffer } from "./scoring/prepared-offer.ts";
import { emptyShares, scorePair } from "./scoring/score-pair.ts";

/**
 * The people who suit the offer best. Goes from those who seek its very occupation outwards, and stops where even
 * someone perfect in everything else could not be among the best any more. People of quite another occupation are not
 * looked at.
 */
export function bestPeople(
  prepared: PreparedOffer,
  { people, graph }: { readonly people: PeopleIndex; readonly graph: OccupationGraph },
  limit: number,
): readonly Candidate[] {
  const top = createTopScores<Candidate>(limit);
  const seen = new Set<Candidate>();
  const shares = emptyShares();
  for (const relation of relations) {
    if (top.threshold() > prepared.bound(relation)) break;
    for (const group of groupsOf(relation, prepared, { people, graph })) {
      for (const candidate of group) {
        if (seen.has(candidate)) continue;
        seen.add(candidate);
        top.add(scorePair(prepared, candidate.person, shares), candidate);
      }
    }
  }
  return top.best();
}

function* groupsOf(
  relation: Relation,
  { offer }: PreparedOffer,
  { people, graph }: { readonly people: PeopleIndex; readonly graph: OccupationGraph },
): Iterable<Iterable<Candidate>> {
  if (offer.occupation === "") {
    if (relation === "none") yield people.everyone();
    return;
  }
  switch (relation) {
    case "same":
      yield people.seeking(offer.occupation);
      break;
    case "close":
    case "evolution":
      for (const code of graph.from(offer.occupation, relation)) yield people.seeking(code);
      break;
    case "domain":
      for (const code of people.codesOf(domainOf(offer.occupation))) yield people.seeking(code);
      break;
    case "none":
      yield people.undecided();
  }
}
