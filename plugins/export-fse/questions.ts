import type { JsonObject } from "../../server/plugin-api/index.ts";

/** A person with the journey that the fund pays for. */
export interface Participant {
  readonly journey: JsonObject;
  readonly person: JsonObject;
}

/** A column: what the questionnaire asks, and the answer in its words. The file is for a French authority: French only. */
export interface Question {
  readonly title: string;
  readonly answer: (one: Participant) => string;
}

const missing = "Non renseigné";

export const questions: readonly Question[] = [
  { title: "Nom", answer: ({ person }) => text(person["lastName"]) },
  { title: "Prénom", answer: ({ person }) => text(person["firstName"]) },
  { title: "Date de naissance", answer: ({ person }) => day(person["birthDate"]) },
  { title: "Sexe", answer: ({ person }) => sexes[text(person["civility"])] ?? missing },
  { title: "Adresse", answer: ({ person }) => text(person["address"]) },
  { title: "Code postal", answer: ({ person }) => text(person["postalCode"]) },
  { title: "Commune (code INSEE)", answer: ({ person }) => text(person["commune"]) },
  { title: "Téléphone", answer: ({ person }) => text(person["phone"]) },
  { title: "Courriel", answer: ({ person }) => text(person["email"]) },
  { title: "Date d’entrée", answer: ({ journey }) => day(journey["openedOn"]) },
  { title: "Situation sur le marché du travail à l’entrée", answer: situationAtEntry },
  { title: "Niveau d’études (CITE)", answer: ({ person }) => education(person["educationLevel"]) },
  { title: "Allocataire de minima sociaux", answer: ({ person }) => oneOf(person["publics"], ["RSA", "ASS", "AAH"]) },
  { title: "Reconnaissance de handicap", answer: ({ person }) => oneOf(person["protectedPublics"], ["TH"]) },
  { title: "Parent isolé", answer: ({ person }) => oneOf(person["publics"], ["PI"]) },
  { title: "Réside en quartier prioritaire", answer: ({ person }) => oneOf(person["publics"], ["QPV"]) },
  { title: "Réside en zone rurale", answer: ({ person }) => oneOf(person["publics"], ["ZRR_FRR"]) },
  { title: "Date de sortie", answer: ({ journey }) => day(journey["closedOn"]) },
  { title: "Situation à la sortie", answer: ({ journey }) => atExit(journey, exits[text(journey["exitReason"])]) },
  { title: "Contrat à la sortie", answer: ({ journey }) => atExit(journey, text(journey["jobContractType"])) },
];

const sexes: { readonly [civility: string]: string } = { mrs: "Femme", mr: "Homme" };

/** What the other reasons say is not known: "Non renseigné". */
const exits: { readonly [reason: string]: string } = {
  "lasting-job": "En emploi durable (CDI, ou six mois et plus)",
  "short-job": "En emploi de moins de six mois",
  "business-creation": "En emploi, à son compte",
  training: "En formation",
  "civic-service": "En formation",
  "age-limit": "Inactif",
  health: "Inactif",
  "change-of-body": "En recherche d’emploi",
};

/** Out of work for long: more than six months under 25 years of age, more than twelve from 25. */
function situationAtEntry({ person, journey }: Participant): string {
  const since = text(person["registeredSince"]);
  const entry = text(journey["openedOn"]);
  if (since === "" || entry === "") return missing;
  const birth = text(person["birthDate"]);
  const isYoung = birth !== "" && monthsBetween(birth, entry) < 25 * 12;
  const isLong = monthsBetween(since, entry) >= (isYoung ? 6 : 12);
  return isLong ? "Demandeur d’emploi de longue durée" : "Demandeur d’emploi";
}

function atExit(journey: JsonObject, answer: string | undefined): string {
  return text(journey["closedOn"]) === "" ? "" : (answer ?? missing);
}

/** The national levels 1–8 as the three classes of the international classification. */
function education(level: unknown): string {
  if (typeof level !== "number") return missing;
  if (level <= 2) return "CITE 0-2";
  return level <= 4 ? "CITE 3-4" : "CITE 5-8";
}

/** What the reader may not see, or was never asked, is not answered "no". */
function oneOf(values: unknown, wanted: readonly string[]): string {
  if (!Array.isArray(values)) return missing;
  return values.some((value) => wanted.includes(String(value))) ? "Oui" : "Non";
}

/** Whole months between two days, ISO. */
function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split("-").map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0);
}

function day(value: unknown): string {
  const [year, month, date] = text(value).split("-");
  return date === undefined ? "" : `${date}/${month}/${year}`;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
