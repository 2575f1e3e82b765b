import type { JsonObject } from "../../server/plugin-api/index.ts";
import { companyAddress, landline, mobilePhone } from "./addresses.ts";
import type { Dice } from "./dice.ts";
import { type Names, plain } from "./names.ts";
import { addDays, type Day } from "./office-days.ts";
import { type Trade, trades } from "./trades.ts";

/** A company of the club, before and after it is in the office's files. */
export interface Company {
  readonly trade: Trade;
  readonly data: JsonObject;
  readonly commune: string;
  id: string;
}

/** How many companies the club has. */
const clubSize = 350;

/** Proper names that no company has. */
const beginnings =
  "Val, Mont, Ard, Bel, Quer, Tor, Lan, Mer, Sol, Bri, Fal, Gal, Nor, Pern, Rov, Sav, Tres, Vir, Cor, Dol".split(", ");
const endings = "vaudin, nesque, oisel, danne, gavel, brune, thorin, selys, miran, quenet, vrel, dorme".split(", ");
const forms: readonly (readonly [form: string, weight: number])[] = [
  ["", 6],
  [" SARL", 2],
  [" SAS", 2],
  [" et Fils", 1],
  [" et Filles", 1],
];
const sizes: readonly (readonly [band: string, weight: number])[] = [
  ["0", 10],
  ["1-9", 46],
  ["10-19", 18],
  ["20-49", 14],
  ["50-99", 7],
  ["100-249", 4],
  ["250+", 1],
];
const roles = ["Gérance", "Ressources humaines", "Direction", "Chef d’équipe", "Responsable d’agence"];

/** The companies of the club, none of which exists. */
export function makeCompanies(dice: Dice, names: Names, today: Day): readonly Company[] {
  const proper = dice.shuffle(beginnings.flatMap((start) => endings.map((end) => `${start}${end}`)));
  return Array.from({ length: clubSize }, (_, n) => {
    const trade = dice.weighted(trades.map((each) => [each, each.weight] as const));
    const called = proper[n % proper.length] ?? "";
    const again = n < proper.length ? "" : " Ouest";
    const name = `${dice.pick(trade.names)} ${called}${again}${dice.weighted(forms)}`;
    return describe({ name, called, n, trade, dice, names, today });
  });
}

interface Draft {
  readonly name: string;
  readonly called: string;
  readonly n: number;
  readonly trade: Trade;
  readonly dice: Dice;
  readonly names: Names;
  readonly today: Day;
}

function describe({ name, called, n, trade, dice, names, today }: Draft): Company {
  const address = companyAddress(dice);
  const person = names.next();
  const host = `${plain(called)}${n}.test`;
  const hasSponsored = dice.chance(0.62);
  return {
    trade,
    commune: address.commune,
    id: "",
    data: {
      name,
      siret: inventedSiret(n),
      naf: trade.naf,
      sizeBand: dice.weighted(sizes),
      sectors: [trade.sector],
      ...address,
      phone: landline(dice),
      email: `contact@${host}`,
      contacts: [
        {
          name: `${person.firstName} ${person.lastName}`,
          role: dice.pick(roles),
          phone: mobilePhone(dice),
          email: `${plain(person.firstName)}.${plain(person.lastName)}@${host}`,
        },
      ],
      club: {
        memberSince: addDays(today, -dice.int(20, 3900)),
        festivalSponsor: hasSponsored,
        tier: dice.weighted([
          ["bronze", 60],
          ["silver", 30],
          ["gold", 10],
        ] as const),
      },
      ...(dice.chance(0.4) ? { nextSurveyOn: addDays(today, dice.int(-10, 120)) } : {}),
    },
  };
}

/** A number that passes the checks and begins with zeros, which no establishment's does. */
export function inventedSiret(n: number): string {
  const siren = withCheckDigit(`000${String(n + 1).padStart(5, "0")}`);
  return withCheckDigit(`${siren}0001`);
}

/** The digits with the one that makes Luhn's sum a multiple of ten. */
function withCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const weighted = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
