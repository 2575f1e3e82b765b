import type { JsonObject } from "../../server/plugin-api/index.ts";
import { addressIn, districts, mobilePhone } from "./addresses.ts";
import type { Dice } from "./dice.ts";
import { type Names, plain } from "./names.ts";
import type { Occupation } from "./occupations.ts";
import { addDays, addMonths } from "./office-days.ts";
import type { PersonPlan } from "./people.ts";

/** What a person's file is made from. */
interface Draft {
  readonly plan: PersonPlan;
  readonly occupation: Occupation;
  readonly dice: Dice;
  readonly names: Names;
}

/** The file of someone who does not exist. */
export function describePerson(draft: Draft): JsonObject {
  const { plan, dice } = draft;
  return {
    ...identity(draft),
    ...situation(draft),
    ...project(draft),
    ...means(draft),
    ...(dice.chance(0.5) ? { constraints: constraints(dice) } : {}),
    ...sensitive(draft),
    informationNoticeGivenOn: plan.arrivedOn,
    ...(plan.agrees ? { agreementToShare: { companies: plan.arrivedOn, partners: plan.arrivedOn } } : {}),
  };
}

function identity({ plan, dice, names }: Draft): JsonObject {
  const { civility, firstName, lastName } = names.next();
  const district = dice.weighted(districts);
  const age = dice.weighted([
    [dice.int(18, 25), 27],
    [dice.int(26, 49), 51],
    [dice.int(50, 63), 22],
  ]);
  return {
    civility,
    firstName,
    lastName,
    ...(civility === "mrs" && dice.chance(0.25) ? { usageName: names.family() } : {}),
    birthDate: addDays(addMonths(plan.arrivedOn, -12 * age), -dice.int(0, 364)),
    phone: mobilePhone(dice),
    ...(dice.chance(0.8) ? { email: `${plain(firstName)}.${plain(lastName)}@exemple.test` } : {}),
    ...addressIn(district, dice),
    district,
    languages: languages(dice),
  };
}

const otherLanguages: readonly (readonly [language: string, weight: number])[] = [
  ["ar", 30],
  ["tr", 8],
  ["pt", 6],
  ["ro", 5],
  ["ru", 3],
  ["uk", 3],
  ["fa", 4],
  ["ps", 3],
  ["so", 3],
  ["ti", 3],
  ["ln", 4],
  ["bm", 5],
  ["ff", 5],
  ["snk", 3],
  ["sq", 4],
  ["ka", 3],
  ["en", 8],
];

function languages(dice: Dice): readonly JsonObject[] {
  if (dice.chance(0.6)) return [{ language: "fr", level: "C2" }];
  const french = dice.weighted([
    ["A1", 8],
    ["A2", 18],
    ["B1", 24],
    ["B2", 24],
    ["C1", 26],
  ] as const);
  return [
    { language: "fr", level: french },
    { language: dice.weighted(otherLanguages), level: "C2" },
  ];
}

function situation({ plan, dice }: Draft): JsonObject {
  const months = dice.weighted([
    [dice.int(0, 11), 52],
    [dice.int(12, 23), 26],
    [dice.int(24, 70), 22],
  ]);
  return {
    ...(dice.chance(0.85)
      ? { franceTravailId: `9${dice.int(100000, 999999)}X`, registeredSince: addMonths(plan.arrivedOn, -months) }
      : {}),
    referentBody: dice.weighted([
      ["france-travail", 55],
      ["mission-locale", 18],
      ["departement", 14],
      ["cap-emploi", 4],
      ["none", 9],
    ] as const),
    publics: dice.some(
      ["RSA", "CAP_BEP", "PI", "FLE", "ASS", "REF_DA"],
      dice.weighted([
        [0, 45],
        [1, 38],
        [2, 17],
      ]),
    ),
    educationLevel: dice.weighted([
      [1, 8],
      [2, 20],
      [3, 34],
      [4, 20],
      [5, 10],
      [6, 6],
      [7, 2],
    ]),
    arrivedThrough: dice.weighted([
      ["spontaneous", 34],
      ["france-travail", 18],
      ["elected-official", 9],
      ["mission-locale", 9],
      ["ccas", 9],
      ["association", 8],
      ["departement", 5],
      ["plie", 4],
      ["company", 2],
      ["other", 2],
    ] as const),
  };
}

function project({ plan, occupation, dice }: Draft): JsonObject {
  const second = dice.chance(0.45) ? occupation.close.slice(0, 1) : [];
  return {
    occupations: [occupation.code, ...second].map((code) => ({
      code,
      months: dice.weighted([
        [0, 30],
        [dice.int(2, 18), 40],
        [dice.int(19, 140), 30],
      ]),
    })),
    skills: dice.some(occupation.skills, dice.int(1, occupation.skills.length)),
    contractTypes: dice.some(["CDI", "CDD", "INTERIM", "CDDI", "PEC", "SAISONNIER"], dice.int(2, 4)),
    workingTime: dice.weighted([
      ["full-time", 55],
      ["part-time", 18],
      ["either", 27],
    ] as const),
    acceptsNights: dice.chance(0.25),
    acceptsWeekends: dice.chance(0.5),
    acceptsShifts: dice.chance(0.55),
    availableFrom: plan.arrivedOn,
  };
}

function means({ dice }: Draft): JsonObject {
  const travel = dice.weighted([
    ["permit-vehicle", 36],
    ["permit-no-vehicle", 14],
    ["code-passed", 5],
    ["permit-pending", 8],
    ["public-transport", 30],
    ["none", 7],
  ] as const);
  const drives = travel === "permit-vehicle" || travel === "permit-no-vehicle";
  return {
    mobility:
      travel === "permit-vehicle" || travel === "none"
        ? [travel]
        : [...new Set([travel, "public-transport", ...(dice.chance(0.3) ? ["bicycle"] : [])])],
    licences: drives ? ["B", ...(dice.chance(0.08) ? ["C"] : [])] : [],
    radiusKm: travel === "permit-vehicle" ? dice.pick([15, 20, 30, 40]) : dice.pick([5, 8, 10, 15]),
  };
}

function constraints(dice: Dice): JsonObject {
  const themes = ["mobility", "family", "language", "literacy", "housing", "finances", "administrative", "digital"];
  const states = [
    ["not-discussed", 35],
    ["no", 40],
    ["yes", 18],
    ["closed", 7],
  ] as const;
  return Object.fromEntries(themes.map((theme) => [theme, dice.weighted(states)]));
}

function sensitive({ plan, dice }: Draft): JsonObject {
  return {
    ...(dice.chance(0.09)
      ? { protectedPublics: ["TH"] }
      : dice.chance(0.02)
        ? { protectedPublics: ["DETENTION_MJ"] }
        : {}),
    ...(dice.chance(0.3)
      ? {
          health: dice.weighted([
            ["no", 60],
            ["yes", 30],
            ["closed", 10],
          ] as const),
        }
      : {}),
    ...(dice.chance(0.1) ? { workPermitUntil: addMonths(plan.arrivedOn, dice.int(8, 50)) } : {}),
  };
}
