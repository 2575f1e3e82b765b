/** Something that an offer may not say: what it is about in French and English, and the articles of the Code du travail. */
export interface Ground {
  readonly code: string;
  readonly about: { readonly fr: string; readonly en: string };
  readonly articles: string;
  /** Looked for in the text without accents and capitals, as whole words. */
  readonly phrases: readonly RegExp[];
}

function ground(code: string, [fr, en]: readonly [string, string], articles: string, ...phrases: RegExp[]): Ground {
  return { code, about: { fr, en }, articles, phrases };
}

const discrimination = "L1132-1, L5321-2";

/** The grounds that offers meet; L1132-1 names more. */
export const grounds: readonly Ground[] = [
  ground(
    "offer-age",
    ["l’âge", "age"],
    "L1132-1, L5331-2",
    /jeunes? (?:homme|femme|fille|garcon|personne|candidat|diplome|professionnel|et dynamique|retraite)\w*/,
    /(?:recherch|cherch|recrut)\w+ (?:un |une |des |de |d'|plusieurs )?jeunes?(?! enfant)/,
    /(?:equipe|profil|ambiance) jeunes?|moins de \d\d ans(?! d[e'])|agee?s? de (?:moins de )?\d\d/,
    /(?:entre )?\d\d ?(?:et|a|-) ?\d\d ans(?! d[e'])|age maxim\w+|limite d'age|seniors? s'abstenir/,
  ),
  ground(
    "offer-sex",
    ["le sexe", "sex"],
    "L1132-1, L1142-1",
    /(?:hommes?|femmes?) (?:de preference|uniquement|exclusivement|seulement)|profil (?:masculin|feminin)/,
    /reserve\w* aux (?:hommes|femmes)|poste (?:pour|d'|de) (?:un |une )?(?:homme|femme)(?! de)/,
  ),
  ground(
    "offer-family",
    ["la situation de famille ou la grossesse", "family situation or pregnancy"],
    discrimination,
    /celibataires?|sans enfants?|sans charges? de famille|non enceinte|sans projet de grossesse/,
  ),
  ground(
    "offer-origin",
    ["l’origine ou la nationalité", "origin or nationality"],
    discrimination,
    /nationalite francaise|francais\w* de naissance|de souche|type europeen|langue maternelle|sans accent/,
  ),
  ground(
    "offer-appearance",
    ["l’apparence physique", "appearance"],
    discrimination,
    /(?:bonne|belle|excellente) (?:presentation|apparence)|physique agreable/,
  ),
  ground(
    "offer-health",
    ["la santé ou le handicap", "health or disability"],
    discrimination,
    /(?:bonne|parfaite|excellente) (?:sante|condition physique)|sans handicap|non handicape\w*|rqth s'abstenir/,
  ),
  ground(
    "offer-residence",
    ["le lieu de résidence", "where people live"],
    discrimination,
    /(?:habit|resid)\w+ (?:imperativement|obligatoirement)/,
  ),
  ground(
    "offer-belief",
    ["les opinions, la religion ou le syndicat", "opinions, religion or union"],
    discrimination,
    /non syndique\w*|sans signes? religieux|de confession \w+|sans voile/,
  ),
  ground(
    "offer-paid",
    ["de l’argent demandé aux candidats", "money asked of applicants"],
    "L5331-1, L5331-5",
    /frais (?:d'inscription|de dossier|de candidature)|numero surtaxe|08 ?[129]\d(?: ?\d\d){3}/,
  ),
];
