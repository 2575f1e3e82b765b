import type { Dice } from "./dice.ts";

interface Address {
  readonly address: string;
  readonly postalCode: string;
  /** INSEE code. */
  readonly commune: string;
}

/** Streets of no town, so that no letter reaches anyone. */
const streets =
  "rue des Fendeurs, allée des Perreyeurs, rue du Puits Bleu, rue des Lavandières Grises, allée des Libellules, rue du Vieux Treuil, place des Quatre Schistes, rue de la Butte aux Genêts, allée du Chevalement, rue des Carriers, impasse des Orvets, rue du Grand Palan, avenue des Sept Ardoises, rue du Fil à Plomb, allée des Tarins, rue de l’Étang Sec".split(
    ", ",
  );

/** Quarters of the town as often as people of the sample live there, the priority districts first. */
export const districts: readonly (readonly [district: string, weight: number])[] = [
  ["grand-bellevue", 38],
  ["gide-colomb", 13],
  ["centre", 14],
  ["quantiniere", 9],
  ["plaines", 8],
  ["malaquais", 6],
  ["maraichere", 4],
  ["angers-qpv", 3],
  ["elsewhere", 5],
];

const trelaze = { postalCode: "49800", commune: "49353" };
const angers = { postalCode: "49000", commune: "49007" };
const around = [
  { postalCode: "49124", commune: "49267" },
  { postalCode: "49130", commune: "49246" },
  { postalCode: "49800", commune: "49353" },
  angers,
];

/** Somewhere in that district. */
export function addressIn(district: string, dice: Dice): Address {
  const place = district === "angers-qpv" ? angers : district === "elsewhere" ? dice.pick(around) : trelaze;
  return { address: `${dice.int(1, 90)} ${dice.pick(streets)}`, ...place };
}

/** Where a company may be: most often in Trélazé. */
export function companyAddress(dice: Dice): Address {
  const place = dice.chance(0.6) ? trelaze : dice.pick(around);
  return { address: `${dice.int(1, 60)} ${dice.pick(streets)}`, ...place };
}

/** Numbers that the regulator keeps for fiction. */
export function mobilePhone(dice: Dice): string {
  return `06 39 98 ${pair(dice)} ${pair(dice)}`;
}

/** See `mobilePhone`: a number of the west of France. */
export function landline(dice: Dice): string {
  return `02 61 91 ${pair(dice)} ${pair(dice)}`;
}

function pair(dice: Dice): string {
  return String(dice.int(0, 99)).padStart(2, "0");
}
