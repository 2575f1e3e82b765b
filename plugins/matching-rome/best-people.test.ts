import fc from "fast-check";
import { expect, test } from "vitest";
import { bestPeople } from "./best-people.ts";
import { type OccupationGraph, readOccupationGraph } from "./directory/occupation-graph.ts";
import { createPeopleIndex } from "./indexes/people-index.ts";
import { settingsOf } from "./matching-state.ts";
import { readOffer } from "./reading/offer.ts";
import { createReading } from "./reading/reading.ts";
import { prepareOffer } from "./scoring/prepared-offer.ts";
import { emptyShares, scorePair } from "./scoring/score-pair.ts";
import { careOffer, carer, town } from "./test-town.ts";

const person = fc.record({
  occupations: fc.array(fc.record({ code: fc.constantFrom("K1302", "K1304", "K1301", "K1303"), months: fc.nat(60) }), {
    minLength: 1,
    maxLength: 3,
  }),
  commune: fc.constantFrom("49353", "49007", "49328", "99999"),
  licences: fc.subarray(["B", "C"]),
  acceptsWeekends: fc.boolean(),
  skills: fc.subarray(["Aide à la toilette", "Ménage", "Préparation des repas"]),
});

test("the search that stops early finds the same as looking at everyone", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 10 }),
      async (all, limit) => {
        const { records, context } = town(Object.fromEntries(all.map((one, n) => [`p${n}`, { ...carer, ...one }])));
        const reading = createReading([]);
        const people = createPeopleIndex(records, reading);
        await people.refresh();
        const graph: OccupationGraph = readOccupationGraph(await records.list("occupations"));
        const prepared = prepareOffer(readOffer(careOffer, reading), graph, settingsOf(context));
        const shares = emptyShares();
        const expected = [...people.everyone()]
          .map((candidate) => ({ id: candidate.id, score: scorePair(prepared, candidate.person, shares) }))
          .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
          .slice(0, limit);
        expect(bestPeople(prepared, { people, graph }, limit).map(({ id }) => id)).toEqual(
          expected.map(({ id }) => id),
        );
      },
    ),
    { numRuns: 50 },
  );
});
