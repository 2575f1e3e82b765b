import type { JsonObject } from "../../../server/plugin-api/index.ts";
import type { Place } from "./communes.ts";
import { numberOf, textOf, textsOf } from "./json-fields.ts";
import { levelNumber } from "./person.ts";
import type { Reading } from "./reading.ts";

/** What an offer asks for. */
export interface Offer {
  readonly id: string;
  /** ROME code, or "". */
  readonly occupation: string;
  readonly title: string;
  readonly experienceMonths: number;
  readonly skills: readonly OfferedSkill[];
  readonly commune: string;
  readonly place: Place | null;
  readonly busAccess: string;
  /** Licences without which the job cannot be done. */
  readonly licences: readonly string[];
  readonly contractType: string;
  readonly workingTime: string;
  readonly nights: boolean;
  readonly weekends: boolean;
  readonly shifts: boolean;
  /** 1 (A1) to 6 (C2); 0 when not asked for. */
  readonly languageLevel: number;
  readonly educationLevel: number;
  /** ISO date, or "". */
  readonly startOn: string;
}

/** A skill as the offer writes it, and as it is compared. */
export interface OfferedSkill {
  readonly text: string;
  readonly words: readonly string[];
}

/** Reads an offer from its case. Fields that are missing or odd count as not asked for. */
export function readOffer(recruitment: JsonObject, reading: Reading): Offer {
  const commune = textOf(recruitment, "commune");
  return {
    id: textOf(recruitment, "id"),
    occupation: textOf(recruitment, "occupation"),
    title: textOf(recruitment, "offerTitle") || textOf(recruitment, "title"),
    experienceMonths: numberOf(recruitment, "experienceMonths", 0),
    skills: textsOf(recruitment, "skills")
      .map((text) => ({ text, words: reading.wordsOf(text) }))
      .filter(({ words }) => words.length > 0),
    commune,
    place: reading.places.get(commune) ?? null,
    busAccess: textOf(recruitment, "busAccess"),
    licences: textsOf(recruitment, "licences"),
    contractType: textOf(recruitment, "contractType"),
    workingTime: textOf(recruitment, "workingTime"),
    nights: recruitment["nightWork"] === true,
    weekends: recruitment["weekendWork"] === true,
    shifts: recruitment["shiftWork"] === true,
    languageLevel: levelNumber(textOf(recruitment, "languageLevel")),
    educationLevel: numberOf(recruitment, "educationLevel", 0),
    startOn: textOf(recruitment, "startOn"),
  };
}
