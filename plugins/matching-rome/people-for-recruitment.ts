import type { MatcherContribution } from "../../server/plugin-api/index.ts";
import { bestPeople } from "./best-people.ts";
import { type createMatchingStates, settingsOf } from "./matching-state.ts";
import { alreadyProposed, withProposals } from "./proposals.ts";
import { readOffer } from "./reading/offer.ts";
import { explainPair } from "./scoring/explain-pair.ts";
import { prepareOffer } from "./scoring/prepared-offer.ts";
import { types } from "./type-names.ts";

/** The best candidates for an offer. */
export function peopleForRecruitment(stateOf: ReturnType<typeof createMatchingStates>) {
  return {
    title: { fr: "Candidats pour une offre", en: "Candidates for an offer" },
    for: types.recruitments,
    candidates: types.journeys,
    propose: { type: types.applications, forField: "recruitmentId", candidateField: "journeyId" },
    async match(recruitment, { limit }, context) {
      const { reading, people, graph: readGraph } = stateOf(context);
      const [graph] = await Promise.all([readGraph(), people.refresh()]);
      context.signal.throwIfAborted();
      const prepared = prepareOffer(readOffer(recruitment, reading), graph, settingsOf(context));
      const proposed = await alreadyProposed(context, { recruitmentId: prepared.offer.id });
      return bestPeople(prepared, { people, graph }, limit)
        .map(({ id, person }) => ({ id, ...explainPair({ prepared, person, graph }, context.language) }))
        .map((match) => withProposals(match, proposed, context.language));
    },
  } satisfies MatcherContribution;
}
