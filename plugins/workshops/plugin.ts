import { definePlugin } from "../../server/plugin-api/index.ts";
import { workshopPlaces } from "./workshop-places.ts";
import { workshops } from "./workshops.ts";

/** Workshops for several people: who has a place, who came. All of it is data; the host gives it lists, forms and a board. */
export const plugin = definePlugin({
  id: "workshops",
  version: "1.0.0",
  title: { fr: "Ateliers", en: "Workshops" },
  description: {
    fr: "Des ateliers collectifs (CV, entretien, numérique) avec leurs inscriptions : qui a une place, qui est venu.",
    en: "Workshops for several people (CV, interviews, digital skills): who has a place, who came.",
  },
  api: "^1.4.0",
  recordTypes: [workshops],
  workflows: [workshopPlaces],
});
