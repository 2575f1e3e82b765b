import { describe, expect, test } from "vitest";
import type { JsonObject, Match } from "../../server/plugin-api/index.ts";
import { checkMatcher } from "../../server/plugin-api/testing/index.ts";
import { angers, careOffer, carer, journeyOf, saumur, town, trelaze } from "./test-town.ts";

const scoreOfOne = async (changes: JsonObject, offer: JsonObject = careOffer) => {
  const [match] = await town({ one: { ...carer, ...changes } }).candidates(offer);
  if (!match) throw new Error("Nobody was found");
  return match;
};
const codes = (match: Match) => match.reasons.map(({ code }) => code);
const messages = (match: Match) => match.reasons.map(({ message }) => message);

describe("what both matchers promise", () => {
  const people = {
    perfect: carer,
    far: { ...carer, commune: saumur },
    near: { ...carer, occupations: [{ code: "K1304" }] },
  };

  test("candidates for an offer", async () => {
    const { matcher, context } = town(people);
    expect(await checkMatcher(matcher("rome-candidates"), careOffer, context)).toEqual([]);
  });

  test("offers for a person", async () => {
    const { matcher, context } = town(people, [careOffer, { ...careOffer, id: "other", occupation: "K1304" }]);
    expect(await checkMatcher(matcher("rome-offers"), journeyOf("perfect"), context)).toEqual([]);
  });

  test("a pair has the same score from either side", async () => {
    const { candidates, offers } = town(people);
    const scores = Object.fromEntries((await candidates()).map(({ id, score }) => [id, score]));
    for (const name of Object.keys(people)) expect((await offers(name))[0]?.score).toBe(scores[`journey-${name}`]);
  });
});

describe("what is told of a match", () => {
  test("someone who meets everything is told so in words", async () => {
    const match = await scoreOfOne({});
    expect(messages(match)).toEqual([
      "Métier recherché : Assistance auprès d’adultes",
      "Expérience : 2 ans pour 1 an demandés",
      "Compétences : Aide à la toilette, Préparer des repas",
      "À 8 km",
      "Le type de contrat est souhaité",
      "Horaires : d’accord pour le week-end, le temps partiel",
      "Le niveau de français convient",
      "Le niveau de formation convient",
      "Disponible à temps",
    ]);
    expect(match.blockers).toEqual([]);
    expect(match.score).toBeGreaterThan(0.95);
  });

  test("someone of whom nothing is known is asked for it, and counts half", async () => {
    const { candidates } = town({ unknown: {} });
    const [match] = await candidates({ ...careOffer, licences: [] });
    expect(match && codes(match)).toEqual([
      "occupation-unknown",
      "experience-unmet",
      "skills-unmet",
      "distance-unknown",
      "contract-unknown",
      "hours-unknown",
      "language-unknown",
      "education-unknown",
      "availability-met",
    ]);
  });

  test("regression: rounded weights of a perfect match added up to 1.0001", async () => {
    const offer = { ...careOffer, commune: trelaze, skills: [], startOn: "", experienceMonths: 0, weekendWork: false };
    for (const left of ["licences", "educationLevel", "languageLevel", "workingTime", "contractType", "commune"]) {
      const match = await scoreOfOne({}, { ...offer, [left]: null });
      expect(match.score).toBe(1);
      expect(match.reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 10);
    }
  });

  test("only what the offer asks for counts", async () => {
    const match = await scoreOfOne({}, { id: "bare", occupation: "K1302", stage: "need", status: "active" });
    expect(match).toMatchObject({ score: 1, reasons: [{ code: "occupation-same", weight: 1 }] });
  });
});

describe("occupations", () => {
  test("the same, then a close one, then a way on, then the same domain; others are not proposed", async () => {
    const seeking = (code: string) => ({ ...carer, occupations: [{ code, months: 24 }] });
    const { candidates } = town({
      same: seeking("K1301"),
      evolution: seeking("J1501"),
      domain: seeking("K1303"),
      other: seeking("G1603"),
    });
    const found = await candidates({ ...careOffer, occupation: "K1301" });
    expect(found.map(({ id, reasons }) => [id, reasons[0]?.code])).toEqual([
      ["journey-same", "occupation-same"],
      ["journey-evolution", "occupation-evolution"],
      ["journey-domain", "occupation-domain"],
    ]);
  });

  test("close occupations hold both ways", async () => {
    const match = await scoreOfOne({ occupations: [{ code: "K1304" }] });
    expect(messages(match)[0]).toBe("Métier proche : Services domestiques → Assistance auprès d’adultes");
  });

  test("of several sought occupations the nearest counts", async () => {
    const match = await scoreOfOne({
      occupations: [
        { code: "G1603", months: 90 },
        { code: "K1302", months: 12 },
      ],
    });
    expect(messages(match).slice(0, 2)).toEqual([
      "Métier recherché : Assistance auprès d’adultes",
      "Expérience : 1 an pour 1 an demandés",
    ]);
  });
});

describe("hard limits", () => {
  test.each([
    ["licence", { licences: [], mobility: ["public-transport"] }, {}],
    ["weekends", { acceptsWeekends: false }, {}],
    ["nights", { acceptsNights: false }, { nightWork: true }],
    ["shifts", { acceptsShifts: false }, { shiftWork: true }],
    ["distance", { commune: saumur }, {}],
  ])("%s blocks, and the score says so", async (code, person, offer) => {
    const open = await scoreOfOne({}, { ...careOffer, ...offer });
    const match = await scoreOfOne(person, { ...careOffer, ...offer });
    expect(match.blockers.map((blocker) => blocker.code)).toEqual([code]);
    expect(match.score).toBeLessThan(open.score / 2);
    expect(codes(match)).toContain("hard-limit");
  });

  test("a larger licence includes the smaller one", async () => {
    expect((await scoreOfOne({ licences: ["C"], mobility: ["public-transport"] })).blockers).toEqual([]);
  });

  test("a little farther than wished is a preference, not a limit", async () => {
    const match = await scoreOfOne({ radiusKm: 6 });
    expect(match.blockers).toEqual([]);
    expect(codes(match)).toContain("distance-unmet");
  });

  test("without a bus, someone who has only the bus does not get there", async () => {
    const person = { mobility: ["public-transport"], licences: ["B"], commune: "49246" };
    const offer = { ...careOffer, commune: "49214" };
    expect((await scoreOfOne(person, { ...offer, busAccess: "yes" })).blockers).toEqual([]);
    expect((await scoreOfOne(person, { ...offer, busAccess: "no" })).blockers).toMatchObject([{ code: "distance" }]);
  });
});

describe("fairness", () => {
  test("name, sex, age, nationality and district change nothing", async () => {
    const plain = await scoreOfOne({});
    const dressed = await scoreOfOne({
      firstName: "Aïssatou",
      lastName: "Diallo",
      civility: "mrs",
      birthDate: "1961-05-04",
      district: "grand-bellevue",
      workPermitUntil: "2026-04-01",
      publics: ["SENIOR", "QPV"],
      protectedPublics: ["TH"],
      health: "yes",
      notes: "…",
    });
    expect(dressed).toEqual(plain);
  });

  test("accents and case change nothing", async () => {
    const shouted = ["AIDE A LA TOILETTE", "preparation des repas"];
    expect((await scoreOfOne({ skills: shouted })).score).toBe((await scoreOfOne({})).score);
  });

  test("a longer way never raises the score", async () => {
    const ways = [angers, trelaze, "49194", "49018", saumur, "49099"];
    const scores = [];
    for (const commune of ways) scores.push((await scoreOfOne({ commune })).score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});

describe("freshness", () => {
  test("a new person, a changed one, one who found work and one who left are all noticed", async () => {
    const { records, candidates } = town({ first: carer });
    const found = async () => (await candidates()).map(({ id }) => id);
    expect(await found()).toEqual(["journey-first"]);
    records.put("seekers", { ...carer, id: "second" });
    expect(await found()).toEqual(["journey-first"]);
    records.put("seeker-journeys", journeyOf("second"));
    expect(await found()).toEqual(["journey-first", "journey-second"]);
    records.put("seekers", { ...carer, id: "second", occupations: [{ code: "G1603" }] });
    expect(await found()).toEqual(["journey-first"]);
    records.put("seeker-journeys", journeyOf("first", "employed"));
    expect(await found()).toEqual([]);
    records.put("seeker-journeys", journeyOf("first"));
    records.remove("seekers", "first");
    expect(await found()).toEqual([]);
  });

  test("an offer that is filled is no longer proposed", async () => {
    const { records, offers } = town({ one: carer });
    expect(await offers("one")).toHaveLength(1);
    records.put("company-recruitments", { ...careOffer, stage: "filled", status: "done" });
    expect(await offers("one")).toEqual([]);
  });

  test("an occupation that is imported later is known from then on", async () => {
    const { records, candidates } = town({ one: { ...carer, occupations: [{ code: "A1203" }] } });
    expect(await candidates()).toEqual([]);
    records.put("occupations", {
      id: "A1203",
      code: "A1203",
      label: "Espaces verts",
      close: ["K1302"],
      evolutions: [],
    });
    expect((await candidates())[0]?.reasons[0]?.code).toBe("occupation-close");
  });

  test("who was already proposed is said to be", async () => {
    const { records, candidates, offers } = town({ one: carer });
    records.put("applications", { id: "a", journeyId: "journey-one", recruitmentId: "offer" });
    expect((await candidates()).flatMap(codes)).toContain("already-proposed");
    expect((await offers("one")).flatMap(codes)).toContain("already-proposed");
  });
});
