import { unbrokenSentences } from "../../../admin/plugin-slots/kit.ts";

const written = {
  fr: {
    candidates: "Meilleurs candidats",
    offers: "Meilleures offres",
    forNewOffers: "Pour les nouvelles offres",
    nobodyYet: "Personne ne convient pour le moment.",
    all: "Voir tous les rapprochements",
    none: "Aucun rapprochement",
    noneWhy:
      "Personne de ce métier, ou d’un métier voisin, n’est en recherche pour le moment. Vérifiez le métier (code ROME).",
    noneWhyOffers: "Aucune offre ouverte n’est de ce métier ou d’un métier voisin. Vérifiez les métiers recherchés.",
    possible: "Possibles",
    limited: "Une limite s’y oppose",
    limits: "Limites infranchissables",
    for: "Pour",
    check: "À vérifier",
    against: "Contre",
    score: "Correspondance",
    propose: "Proposer",
    of: (word: string, name: string) => `${word} : ${name}`,
    percent: (share: number) => `${Math.round(share * 100)} %`,
    proposeAnyway: "Proposer quand même",
    proposed: "Proposé",
    proposedNow: "La mise en relation est enregistrée.",
    back: "Retour au dossier",
    attribution: "Métiers : ROME, France Travail, Licence Ouverte 2.0.",
  },
  en: {
    candidates: "Best candidates",
    offers: "Best offers",
    forNewOffers: "For new offers",
    nobodyYet: "Nobody suits for now.",
    all: "See all matches",
    none: "No match",
    noneWhy:
      "Nobody of this occupation, or of one near to it, is looking at the moment. Check the occupation (ROME code).",
    noneWhyOffers: "No open offer is of this occupation or of one near to it. Check the occupations sought.",
    possible: "Possible",
    limited: "A limit stands against it",
    limits: "Hard limits",
    for: "For",
    check: "To be checked",
    against: "Against",
    score: "Match",
    propose: "Propose",
    of: (word: string, name: string) => `${word}: ${name}`,
    percent: (share: number) => `${Math.round(share * 100)}%`,
    proposeAnyway: "Propose anyway",
    proposed: "Proposed",
    proposedNow: "The application is recorded.",
    back: "Back to the file",
    attribution: "Occupations: ROME, France Travail, Licence Ouverte 2.0.",
  },
} as const;

/** What the pages of this plugin say. */
export const sentences = { fr: unbrokenSentences(written.fr), en: written.en };
