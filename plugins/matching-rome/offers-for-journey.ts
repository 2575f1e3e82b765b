import type { MatcherContribution } from "../../server/plugin-api/index.ts";
import { bestOffers } from "./best-offers.ts";
import { type createMatchingStates, settingsOf } from "./matching-state.ts";
import { alreadyProposed, withProposals } from "./proposals.ts";
import { textOf } from "./reading/json-fields.ts";
import { readPerson } from "./reading/person.ts";
import { explainPair } from "./scoring/explain-pair.ts";
import { types } from "./type-names.ts";

/** The best open offers for a person. */
export function offersForJourney(stateOf: ReturnType<typeof createMatchingStates>) {
  return {
    title: { fr: "Offres pour une personne", en: "Offers for a person" },
    for: types.journeys,
    candidates: types.recruitments,
    propose: { type: types.applications, forField: "journeyId", candidateField: "recruitmentId" },
    async match(journey, { limit }, context) {
      const { reading, offers, graph: readGraph } = stateOf(context);
      const [seeker, graph] = await Promise.all([
        context.records.get(types.seekers, textOf(journey, "seekerId")),
        readGraph(),
        offers.refresh(),
      ]);
      context.signal.throwIfAborted();
      if (!seeker) return [];
      const person = readPerson(seeker, reading);
      const proposed = await alreadyProposed(context, { journeyId: textOf(journey, "id") });
      return bestOffers(person, { offers: offers.open(), graph, settings: settingsOf(context) }, limit)
        .map(({ id, prepared }) => ({ id, ...explainPair({ prepared, person, graph }, context.language) }))
        .map((match) => withProposals(match, proposed, context.language));
    },
  } satisfies MatcherContribution;
}
