import { definePlugin } from "../../server/plugin-api/index.ts";
import { loadTrelaze } from "./load-trelaze.ts";

/** The sample town that ships with the product. */
export const plugin = definePlugin({
  id: "sample-trelaze",
  version: "1.0.0",
  title: { fr: "Ville d’essai : Trélazé", en: "Sample town: Trélazé" },
  description: {
    fr: "Une mission emploi de dix-huit mois, avec des personnes et des entreprises inventées, pour essayer l’outil.",
    en: "Eighteen months of an employment office, with invented people and companies, to try the tool.",
  },
  api: "^1.0.0",
  samples: {
    trelaze: { title: { fr: "Trélazé", en: "Trélazé" }, run: loadTrelaze },
  },
});
