import type { Relation } from "../directory/occupation-graph.ts";
import type { Person, SoughtOccupation } from "../reading/person.ts";
import { criteria } from "./criteria.ts";
import { type PreparedOffer, relationShare } from "./prepared-offer.ts";
import { comparedSkills, countBits } from "./skill-cover.ts";
import { distanceShare, isTooFar, kmBetween, limitKm } from "./travel.ts";

/** What is not known counts half: it is to be asked, neither held against anyone nor taken for granted. */
export const unknownShare = 0.5;
/** What a score keeps when something makes the job impossible. */
export const blockedPart = 0.3;

/** Shares of each criterion, in the order of `criteria`, that the offer asks for. Kept by the caller and filled anew. */
export type Shares = Float64Array;

/** Room for the shares of one pair, to be filled again for the next. */
export const emptyShares = (): Shares => new Float64Array(criteria.length);

/**
 * How well the person suits the offer, 0 to 1, and, in `shares`, what part of each criterion they meet. The same for
 * the same two whatever else is compared, and the same from either side.
 */
export function scorePair(prepared: PreparedOffer, person: Person, shares: Shares): number {
  const { offer, maxima } = prepared;
  const km = kmBetween(offer, person);
  const best = bestOccupation(prepared, person);
  shares[0] = relationShare[best.relation];
  shares[1] = offer.experienceMonths > 0 ? experienceShare(best.months, offer.experienceMonths) : 0;
  shares[2] = offer.skills.length > 0 ? skillsShare(prepared, person) : 0;
  shares[3] = km === null ? unknownShare : distanceShare(km, limitKm(offer, person) ?? prepared.usualRadiusKm);
  shares[4] = contractShare(prepared, person);
  shares[5] = hoursShare(prepared, person);
  shares[6] = levelShare(person.frenchLevel, offer.languageLevel);
  shares[7] = levelShare(person.educationLevel, offer.educationLevel);
  shares[8] = availabilityShare(person.availableFrom, offer.startOn);
  let score = 0;
  for (let n = 0; n < maxima.length; n++) score += (maxima[n] ?? 0) * (shares[n] ?? 0);
  return blockersOf(prepared, person, km).length > 0 ? score * blockedPart : score;
}

interface BestOccupation {
  readonly relation: Relation;
  readonly code: string;
  readonly months: number;
}

const noOccupation: BestOccupation = { relation: "none", code: "", months: 0 };

/** The sought occupation that counts: the nearest to the offer's, and of equally near ones the most practised. */
export function bestOccupation(prepared: PreparedOffer, person: Person): BestOccupation {
  let best = noOccupation;
  for (const sought of person.occupations) {
    const relation = prepared.relation(sought.code);
    if (isBetter(relation, sought, best)) best = { relation, code: sought.code, months: sought.months };
  }
  return best;
}

function isBetter(relation: Relation, { code, months }: SoughtOccupation, best: BestOccupation): boolean {
  const nearer = relationShare[relation] - relationShare[best.relation];
  if (nearer !== 0 || best.code === "") return nearer > 0 || best.code === "";
  return months > best.months || (months === best.months && code < best.code);
}

/** Why it cannot be, whatever the score. */
export type Blocker = "licence" | "nights" | "weekends" | "shifts" | "distance";

/**
 * What makes the job impossible for the person, in the order that it is told in; `km` is null where the distance is
 * unknown.
 */
export function blockersOf({ offer }: PreparedOffer, person: Person, km: number | null): readonly Blocker[] {
  const found: Blocker[] = [];
  if (offer.licences.some((licence) => !person.licences.has(licence))) found.push("licence");
  if (offer.nights && person.nights === false) found.push("nights");
  if (offer.weekends && person.weekends === false) found.push("weekends");
  if (offer.shifts && person.shifts === false) found.push("shifts");
  if (km !== null && isTooFar(km, limitKm(offer, person))) found.push("distance");
  return found;
}

function experienceShare(months: number, askedMonths: number): number {
  return Math.min(1, months / askedMonths);
}

function skillsShare(prepared: PreparedOffer, person: Person): number {
  return countBits(coverOf(prepared, person)) / comparedSkills(prepared.offer.skills);
}

/** Which of the offer's skills the person has, one bit each. */
export function coverOf(prepared: PreparedOffer, person: Person): number {
  let mask = 0;
  for (const skill of person.skills) mask |= prepared.covers(skill);
  return mask;
}

function contractShare({ offer }: PreparedOffer, { contractTypes }: Person): number {
  if (contractTypes.size === 0) return unknownShare;
  return contractTypes.has(offer.contractType) ? 1 : 0;
}

function hoursShare({ offer }: PreparedOffer, person: Person): number {
  let asked = 0;
  let met = 0;
  const demand = (isAsked: boolean, answer: boolean | null) => {
    if (!isAsked) return;
    asked += 1;
    met += answer === null ? unknownShare : Number(answer);
  };
  demand(offer.nights, person.nights);
  demand(offer.weekends, person.weekends);
  demand(offer.shifts, person.shifts);
  demand(offer.workingTime !== "", suitsWorkingTime(person.workingTime, offer.workingTime));
  return asked === 0 ? 0 : met / asked;
}

/** Whether the working time is one that the person wants; null when they did not say. */
export function suitsWorkingTime(wanted: string, offered: string): boolean | null {
  if (wanted === "") return null;
  return wanted === "either" || wanted === offered;
}

function levelShare(has: number, asked: number): number {
  if (has === 0) return unknownShare;
  return has >= asked ? 1 : 0;
}

const graceMs = 30 * 24 * 3600 * 1000;

function availabilityShare(availableFrom: string, startOn: string): number {
  if (startOn === "" || availableFrom === "" || availableFrom <= startOn) return 1;
  return Date.parse(availableFrom) - Date.parse(startOn) <= graceMs ? unknownShare : 0;
}
