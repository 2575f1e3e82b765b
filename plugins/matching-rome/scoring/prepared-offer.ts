import type { OccupationGraph, Relation } from "../directory/occupation-graph.ts";
import type { Offer } from "../reading/offer.ts";
import type { MatchingSettings } from "../settings.ts";
import { criteria, maxima } from "./criteria.ts";
import { coveredSkills } from "./skill-cover.ts";

/** An offer with everything that does not depend on the person worked out once. */
export interface PreparedOffer {
  readonly offer: Offer;
  /** See `maxima`. */
  readonly maxima: Float64Array;
  readonly usualRadiusKm: number;
  relation(sought: string): Relation;
  /** Which of the offer's skills that skill stands for, one bit each. */
  covers(skill: readonly string[]): number;
  /** The highest score that someone with that relation can have. */
  bound(relation: Relation): number;
}

/** What part of the occupation's weight each relation brings. */
export const relationShare: { readonly [relation in Relation]: number } = {
  same: 1,
  close: 0.6,
  evolution: 0.4,
  domain: 0.2,
  none: 0,
};

/** Reads the offer once for all the people that it is compared with. */
export function prepareOffer(offer: Offer, graph: OccupationGraph, settings: MatchingSettings): PreparedOffer {
  const found = new Map<string, Relation>();
  const covered = new Map<readonly string[], number>();
  const most = maxima(offer, settings.weights);
  const occupationMaximum = most[criteria.indexOf("occupation")] ?? 0;
  return {
    offer,
    maxima: most,
    usualRadiusKm: settings.usualRadiusKm,
    relation(sought) {
      const known = found.get(sought);
      if (known) return known;
      const relation = offer.occupation === "" ? "none" : graph.relation(sought, offer.occupation);
      found.set(sought, relation);
      return relation;
    },
    covers(skill) {
      const known = covered.get(skill);
      if (known !== undefined) return known;
      const mask = coveredSkills(skill, offer.skills);
      covered.set(skill, mask);
      return mask;
    },
    bound: (relation) => 1 - occupationMaximum * (1 - relationShare[relation]),
  };
}
