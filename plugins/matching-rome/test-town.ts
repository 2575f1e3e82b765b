import type { JsonObject } from "../../server/plugin-api/index.ts";
import { createMemoryRecords, testContext } from "../../server/plugin-api/testing/index.ts";
import { plugin } from "./plugin.ts";

/** INSEE code of a place where the plugin knows the way. */
export const trelaze = "49353";
/** Some seven kilometres from `trelaze`. */
export const angers = "49007";
/** Too far from both for most people. */
export const saumur = "49328";

const occupations = [
  { code: "K1302", label: "Assistance auprès d’adultes", close: ["K1304"], evolutions: ["K1301"] },
  { code: "K1304", label: "Services domestiques", close: ["K1302"], evolutions: ["K1302"] },
  { code: "K1301", label: "Accompagnement médicosocial", close: [], evolutions: [] },
  { code: "J1501", label: "Soins d’hygiène et de confort", close: [], evolutions: ["K1301"] },
  { code: "K1303", label: "Assistance auprès d’enfants", close: [], evolutions: [] },
  { code: "G1603", label: "Personnel polyvalent en restauration", close: [], evolutions: [] },
].map((occupation) => ({ ...occupation, id: occupation.code }));

/** Someone who suits the offer of `careOffer` in everything. */
export const carer: JsonObject = {
  occupations: [{ code: "K1302", months: 24 }],
  skills: ["Aide à la toilette", "Préparation des repas"],
  commune: trelaze,
  radiusKm: 20,
  mobility: ["permit-vehicle"],
  licences: ["B"],
  contractTypes: ["CDI", "CDD"],
  workingTime: "either",
  acceptsNights: true,
  acceptsWeekends: true,
  acceptsShifts: true,
  languages: [{ language: "fr", level: "B2" }],
  educationLevel: 3,
  availableFrom: "2026-01-01",
};

/** An offer that asks for something in every criterion. */
export const careOffer: JsonObject = {
  id: "offer",
  title: "Aide à domicile",
  occupation: "K1302",
  skills: ["Aide à la toilette", "Préparer des repas"],
  commune: angers,
  licences: ["B"],
  contractType: "CDI",
  workingTime: "part-time",
  weekendWork: true,
  languageLevel: "B1",
  educationLevel: 3,
  experienceMonths: 12,
  startOn: "2026-04-15",
  stage: "published",
  status: "active",
};

/** A small town of these people and offers: each person with an open journey `journey-<name>`. */
export function town(people: { readonly [name: string]: JsonObject }, offers: readonly JsonObject[] = [careOffer]) {
  const records = createMemoryRecords({
    occupations,
    seekers: Object.entries(people).map(([id, seeker]) => ({ id, ...seeker })),
    "seeker-journeys": Object.keys(people).map((id) => journeyOf(id)),
    "company-recruitments": offers,
    applications: [],
  });
  const context = testContext(plugin, records);
  const matcher = (id: "rome-candidates" | "rome-offers") => {
    const found = plugin.matchers?.[id];
    if (!found) throw new Error(`No matcher ${id}`);
    return found;
  };
  return {
    records,
    context,
    candidates: (offer = careOffer, limit = 20) => matcher("rome-candidates").match(offer, { limit }, context),
    offers: (name: string, limit = 20) => matcher("rome-offers").match(journeyOf(name), { limit }, context),
    matcher,
  };
}

/** The journey of the person of that name, as the office lists it. */
export function journeyOf(name: string, stage = "coaching.searching"): JsonObject {
  return { id: `journey-${name}`, seekerId: name, stage, status: stage === "closed" ? "done" : "active" };
}
