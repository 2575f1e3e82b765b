import { definePlugin } from "../../server/plugin-api/index.ts";
import { occupationsImporter } from "./directory/occupations-importer.ts";
import { createMatchingStates } from "./matching-state.ts";
import { offersForJourney } from "./offers-for-journey.ts";
import { peopleForRecruitment } from "./people-for-recruitment.ts";
import { settingsSchema } from "./settings.ts";
import { createTitleCoders, occupationFinder } from "./titles/occupation-finder.ts";
import { types } from "./type-names.ts";

const stateOf = createMatchingStates();
const coderOf = createTitleCoders();
const staff = ["admin", "advisor"];

/** Brings offers and people together by the occupations of the ROME directory, and reads that directory. */
export const plugin = definePlugin({
  id: "matching-rome",
  version: "1.0.0",
  title: { fr: "Rapprochement par métier (ROME)", en: "Matching by occupation (ROME)" },
  description: {
    fr: "Propose pour une offre les meilleurs candidats et pour une personne les meilleures offres, en expliquant chaque score. Métiers : ROME, France Travail, Licence Ouverte 2.0.",
    en: "Proposes the best candidates for an offer and the best offers for a person, and explains every score. Occupations: ROME, France Travail, Licence Ouverte 2.0.",
  },
  api: "^1.0.0",
  config: settingsSchema,
  async prepare(context) {
    const { people, offers, graph } = stateOf(context);
    await coderOf(context.records);
    await graph();
    await people.refresh();
    await offers.refresh();
  },
  matchers: {
    "rome-candidates": peopleForRecruitment(stateOf),
    "rome-offers": offersForJourney(stateOf),
  },
  finders: { "rome-titles": occupationFinder(coderOf) },
  importers: { occupations: occupationsImporter },
  pages: {
    matching: {
      title: { fr: "Rapprochements", en: "Matches" },
      path: "/matching/:type/:id",
      roles: staff,
    },
  },
  widgets: {
    "best-matches": {
      title: { fr: "Meilleurs rapprochements", en: "Best matches" },
      slot: "case-aside",
      types: [types.recruitments, types.journeys],
      roles: staff,
    },
    "new-matches": {
      title: { fr: "Pour les nouvelles offres", en: "For new offers" },
      slot: "my-day-aside",
      roles: staff,
    },
  },
});
