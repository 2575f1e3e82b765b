import type { JsonObject } from "../../../server/plugin-api/index.ts";
import type { Place } from "./communes.ts";
import { answerOf, numberOf, objectsOf, textOf, textsOf } from "./json-fields.ts";
import type { Reading } from "./reading.ts";

/**
 * What counts of a person: what they can do, want and reach. Name, sex, age, nationality, district and everything else
 * that a file says of someone is never read.
 */
export interface Person {
  readonly occupations: readonly SoughtOccupation[];
  readonly skills: readonly (readonly string[])[];
  readonly commune: string;
  readonly place: Place | null;
  /** As far as the person would go, in kilometres; null when they did not say. */
  readonly radiusKm: number | null;
  /** As far as their means of travel take them, and without the bus; null when unknown. */
  readonly reachKm: number | null;
  readonly reachWithoutBusKm: number | null;
  readonly licences: ReadonlySet<string>;
  readonly contractTypes: ReadonlySet<string>;
  readonly workingTime: string;
  readonly nights: boolean | null;
  readonly weekends: boolean | null;
  readonly shifts: boolean | null;
  /** 1 (A1) to 6 (C2); 0 when unknown. */
  readonly frenchLevel: number;
  /** 1 to 8; 0 when unknown. */
  readonly educationLevel: number;
  /** ISO date, or "". */
  readonly availableFrom: string;
}

/** An occupation that the person seeks (ROME code), and how many months they worked in it. */
export interface SoughtOccupation {
  readonly code: string;
  readonly months: number;
}

/** On foot. */
const shortestReachKm = 5;

/** How far each means of travel takes someone to work every day, in kilometres. */
const reachByMeans: { readonly [means: string]: number } = {
  "permit-vehicle": 300,
  "other-permit": 30,
  "public-transport": 25,
  "permit-no-vehicle": 10,
  bicycle: 10,
};

const levels = ["A1", "A2", "B1", "B2", "C1", "C2"];

/** The level of the European framework as a number, 1 (A1) to 6 (C2); 0 for none. */
export function levelNumber(level: string): number {
  return levels.indexOf(level) + 1;
}

/** Licences that one licence includes, itself among them. */
const included: { readonly [licence: string]: readonly string[] } = {
  A: ["A", "A2", "A1", "AM"],
  A2: ["A2", "A1", "AM"],
  A1: ["A1", "AM"],
  B: ["B", "AM"],
  BE: ["BE", "B", "AM"],
  C1: ["C1", "B", "AM"],
  C: ["C", "C1", "B", "AM"],
  CE: ["CE", "C", "C1", "BE", "B", "AM"],
  D1: ["D1", "B", "AM"],
  D: ["D", "D1", "B", "AM"],
};

/** Reads a person from their record. Fields that are missing or odd count as not said. */
export function readPerson(seeker: JsonObject, reading: Reading): Person {
  const commune = textOf(seeker, "commune");
  const means = textsOf(seeker, "mobility");
  const radius = numberOf(seeker, "radiusKm", null);
  return {
    occupations: objectsOf(seeker, "occupations")
      .map((occupation) => ({ code: textOf(occupation, "code"), months: numberOf(occupation, "months", 0) }))
      .filter(({ code }) => code !== ""),
    skills: textsOf(seeker, "skills").map(reading.wordsOf),
    commune,
    place: reading.places.get(commune) ?? null,
    radiusKm: radius === null || radius <= 0 ? null : radius,
    reachKm: reachOf(means),
    reachWithoutBusKm: reachOf(means.map((one) => (one === "public-transport" ? "none" : one))),
    licences: licencesOf(textsOf(seeker, "licences"), means, reading),
    contractTypes: reading.setOf(textsOf(seeker, "contractTypes")),
    workingTime: textOf(seeker, "workingTime"),
    nights: answerOf(seeker, "acceptsNights"),
    weekends: answerOf(seeker, "acceptsWeekends"),
    shifts: answerOf(seeker, "acceptsShifts"),
    frenchLevel: frenchOf(seeker),
    educationLevel: numberOf(seeker, "educationLevel", 0),
    availableFrom: textOf(seeker, "availableFrom"),
  };
}

function reachOf(means: readonly string[]): number | null {
  return means.length === 0 ? null : Math.max(...means.map((one) => reachByMeans[one] ?? shortestReachKm));
}

function licencesOf(licences: readonly string[], means: readonly string[], reading: Reading): ReadonlySet<string> {
  const drives = means.includes("permit-vehicle") || means.includes("permit-no-vehicle");
  const held = drives ? [...licences, "B"] : licences;
  return reading.setOf([...new Set(held.flatMap((licence) => included[licence] ?? [licence]))]);
}

function frenchOf(seeker: JsonObject): number {
  const french = objectsOf(seeker, "languages").find((language) => textOf(language, "language") === "fr");
  return french ? levelNumber(textOf(french, "level")) : 0;
}
