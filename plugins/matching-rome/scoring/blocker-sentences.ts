import type { Language } from "../../../server/plugin-api/index.ts";
import type { Pair } from "./reason-sentences.ts";
import type { Blocker } from "./score-pair.ts";
import { limitKm } from "./travel.ts";

/** Why it cannot be, in words. */
export function blockerSentence(blocker: Blocker, pair: Pair, language: Language): string {
  return sentences[blocker](pair)[language];
}

/** What the hard limits take from the score. */
export function hardLimitSentence(language: Language): string {
  return language === "fr"
    ? "Une limite ne peut pas être franchie : le score est réduit"
    : "A limit cannot be passed: the score is reduced";
}

const sentences: { readonly [blocker in Blocker]: (pair: Pair) => { readonly fr: string; readonly en: string } } = {
  licence: ({ prepared, person }) => {
    const missing = prepared.offer.licences.filter((licence) => !person.licences.has(licence)).join(", ");
    return { fr: `Permis exigé et non détenu : ${missing}`, en: `Licence required and not held: ${missing}` };
  },
  nights: () => ({ fr: "Travail de nuit exigé et refusé", en: "Night work required and refused" }),
  weekends: () => ({ fr: "Travail le week-end exigé et refusé", en: "Weekend work required and refused" }),
  shifts: () => ({ fr: "Horaires décalés exigés et refusés", en: "Shift work required and refused" }),
  distance: ({ prepared, person, km }) => {
    const limit = Math.round(limitKm(prepared.offer, person) ?? 0);
    const far = Math.round(km ?? 0);
    return {
      fr: `Trop loin : ${far} km, pour ${limit} km au plus avec ses moyens de déplacement et son souhait`,
      en: `Too far: ${far} km, for ${limit} km at most with their means of travel and wish`,
    };
  },
};
