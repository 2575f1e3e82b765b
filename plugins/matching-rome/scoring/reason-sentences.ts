import type { Language } from "../../../server/plugin-api/index.ts";
import type { OccupationGraph, Relation } from "../directory/occupation-graph.ts";
import type { Person } from "../reading/person.ts";
import type { Criterion } from "./criteria.ts";
import type { PreparedOffer } from "./prepared-offer.ts";
import { bestOccupation, coverOf, suitsWorkingTime } from "./score-pair.ts";
import { comparedSkills } from "./skill-cover.ts";
import { limitKm } from "./travel.ts";

/** The two that are compared, and how far they are from each other. */
export interface Pair {
  readonly prepared: PreparedOffer;
  readonly person: Person;
  readonly graph: OccupationGraph;
  /** Null when one of the two places is unknown. */
  readonly km: number | null;
}

/** A sentence about one criterion. `code` ends in what became of it. */
export interface Told {
  readonly code: string;
  readonly message: string;
}

type Sentences = { readonly fr: string; readonly en: string };
type Teller = (pair: Pair, share: number) => { readonly outcome: string } & Sentences;

/** What one criterion says of the pair. */
export function reasonOf(
  criterion: Criterion,
  pair: Pair,
  { share, language }: { readonly share: number; readonly language: Language },
): Told {
  const { outcome, ...sentences } = tellers[criterion](pair, share);
  return { code: `${criterion}-${outcome}`, message: sentences[language] };
}

const tellers: { readonly [criterion in Criterion]: Teller } = {
  occupation: tellOccupation,
  experience: tellExperience,
  skills: tellSkills,
  distance: tellDistance,
  contract: ({ person }, share) => {
    if (person.contractTypes.size === 0)
      return { outcome: "unknown", fr: "Contrats souhaités à préciser", en: "Wished contract types to be asked" };
    return share === 1
      ? { outcome: "met", fr: "Le type de contrat est souhaité", en: "The contract type is a wished one" }
      : { outcome: "unmet", fr: "Ce type de contrat n’est pas souhaité", en: "This contract type is not wished for" };
  },
  hours: tellHours,
  language: ({ person }, share) => {
    if (person.frenchLevel === 0)
      return { outcome: "unknown", fr: "Niveau de français à évaluer", en: "Level of French to be assessed" };
    return share === 1
      ? { outcome: "met", fr: "Le niveau de français convient", en: "The level of French is right" }
      : {
          outcome: "unmet",
          fr: "Le niveau de français est en dessous de celui demandé",
          en: "The level of French is below the one asked for",
        };
  },
  education: ({ person }, share) => {
    if (person.educationLevel === 0)
      return { outcome: "unknown", fr: "Niveau de formation à préciser", en: "Education level to be asked" };
    return share === 1
      ? { outcome: "met", fr: "Le niveau de formation convient", en: "The education level is right" }
      : {
          outcome: "unmet",
          fr: "Le niveau de formation est en dessous de celui demandé",
          en: "The education level is below the one asked for",
        };
  },
  availability: (_pair, share) => {
    if (share === 1) return { outcome: "met", fr: "Disponible à temps", en: "Available in time" };
    return share > 0
      ? {
          outcome: "late",
          fr: "Disponible dans le mois qui suit le début",
          en: "Available within a month of the start",
        }
      : { outcome: "unmet", fr: "Disponible trop tard", en: "Available too late" };
  },
};

const relationSentences: { readonly [relation in Relation]: Sentences } = {
  same: { fr: "Métier recherché", en: "Occupation sought" },
  close: { fr: "Métier proche", en: "Close occupation" },
  evolution: { fr: "Évolution possible", en: "Possible way on" },
  domain: { fr: "Même domaine professionnel", en: "Same professional domain" },
  none: { fr: "Autre métier", en: "Another occupation" },
};

function tellOccupation({ prepared, person, graph }: Pair): ReturnType<Teller> {
  const { offer } = prepared;
  if (offer.occupation === "")
    return { outcome: "unknown", fr: "Métier de l’offre à préciser", en: "Occupation of the offer to be given" };
  const { relation, code } = bestOccupation(prepared, person);
  if (code === "")
    return { outcome: "unknown", fr: "Métier recherché à préciser", en: "Occupation sought to be asked" };
  const { fr, en } = relationSentences[relation];
  const sought = graph.label(code);
  const what = relation === "same" ? sought : `${sought} → ${graph.label(offer.occupation)}`;
  return { outcome: relation, fr: `${fr} : ${what}`, en: `${en}: ${what}` };
}

function tellExperience({ prepared, person }: Pair, share: number): ReturnType<Teller> {
  const { months } = bestOccupation(prepared, person);
  const asked = prepared.offer.experienceMonths;
  const outcome = share === 1 ? "met" : share > 0 ? "partial" : "unmet";
  if (months === 0)
    return {
      outcome,
      fr: `Pas d’expérience notée, ${duration(asked, "fr")} demandés`,
      en: `No experience noted, ${duration(asked, "en")} asked for`,
    };
  return {
    outcome,
    fr: `Expérience : ${duration(months, "fr")} pour ${duration(asked, "fr")} demandés`,
    en: `Experience: ${duration(months, "en")} for ${duration(asked, "en")} asked for`,
  };
}

function duration(months: number, language: Language): string {
  const years = months / 12;
  if (months < 12 || !Number.isInteger(years)) return language === "fr" ? `${months} mois` : `${months} months`;
  const unit = language === "fr" ? "an" : "year";
  return `${years} ${unit}${years > 1 ? "s" : ""}`;
}

function tellSkills({ prepared, person }: Pair): ReturnType<Teller> {
  const cover = coverOf(prepared, person);
  const compared = prepared.offer.skills.slice(0, comparedSkills(prepared.offer.skills));
  const has = compared.filter((_, n) => (cover & (1 << n)) !== 0).map(({ text }) => text);
  const lacks = compared.filter((_, n) => (cover & (1 << n)) === 0).map(({ text }) => text);
  if (lacks.length === 0)
    return { outcome: "met", fr: `Compétences : ${has.join(", ")}`, en: `Skills: ${has.join(", ")}` };
  const missing = lacks.join(", ");
  if (has.length === 0)
    return { outcome: "unmet", fr: `Compétences à vérifier : ${missing}`, en: `Skills to be checked: ${missing}` };
  return {
    outcome: "partial",
    fr: `Compétences : ${has.join(", ")} ; il manque ${missing}`,
    en: `Skills: ${has.join(", ")}; lacks ${missing}`,
  };
}

function tellDistance({ prepared, person, km }: Pair): ReturnType<Teller> {
  if (km === null) return { outcome: "unknown", fr: "Distance à vérifier", en: "Distance to be checked" };
  if (km < 0.5) return { outcome: "met", fr: "Dans la même commune", en: "In the same commune" };
  const limit = limitKm(prepared.offer, person);
  const bus = prepared.offer.busAccess === "yes";
  const far = `${Math.max(1, Math.round(km))} km`;
  const fr = `À ${far}${bus ? ", accessible en bus" : ""}`;
  const en = `${far} away${bus ? ", by bus" : ""}`;
  if (limit === null || km <= limit) return { outcome: "met", fr, en };
  return {
    outcome: "unmet",
    fr: `${fr}, au-delà de ${Math.round(limit)} km`,
    en: `${en}, beyond ${Math.round(limit)} km`,
  };
}

function tellHours({ prepared, person }: Pair, share: number): ReturnType<Teller> {
  const { offer } = prepared;
  const demands = [
    { asked: offer.nights, answer: person.nights, fr: "la nuit", en: "nights" },
    { asked: offer.weekends, answer: person.weekends, fr: "le week-end", en: "weekends" },
    { asked: offer.shifts, answer: person.shifts, fr: "les horaires décalés", en: "shifts" },
    {
      asked: offer.workingTime !== "",
      answer: suitsWorkingTime(person.workingTime, offer.workingTime),
      ...(offer.workingTime === "part-time"
        ? { fr: "le temps partiel", en: "part time" }
        : { fr: "le temps plein", en: "full time" }),
    },
  ].filter(({ asked }) => asked);
  const named = (language: Language, answer: boolean | null) =>
    demands.filter((demand) => demand.answer === answer).map((demand) => demand[language]);
  const tell = (language: Language, words: readonly [yes: string, unknown: string, no: string]) =>
    ([true, null, false] as const)
      .map((answer, n) => [words[n], named(language, answer).join(", ")] as const)
      .filter(([, names]) => names !== "")
      .map(([word, names]) => `${word} ${names}`)
      .join(" ; ");
  const outcome = share === 1 ? "met" : demands.some(({ answer }) => answer === false) ? "unmet" : "unknown";
  return {
    outcome,
    fr: `Horaires : ${tell("fr", ["d’accord pour", "à demander pour", "pas d’accord pour"])}`,
    en: `Hours: ${tell("en", ["agrees to", "to be asked about", "does not agree to"])}`,
  };
}
