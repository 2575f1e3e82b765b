import type { Dice } from "./dice.ts";
import { addDays, addMonths, after, before, type Day, daysBetween, workday } from "./office-days.ts";
import { forever } from "./people.ts";

/** A contract that someone of the sample finds, and what becomes of it. */
export interface Contract {
  readonly type: string;
  readonly startOn: Day;
  /** Absent for a contract without an end. */
  readonly endOn?: Day;
  readonly weeklyHours: number;
  readonly turn: Turn | null;
  /** The last day in the job, `forever` where none is in sight. */
  readonly lastDay: Day;
  /** When the counsellor writes down that the job has ended; `forever` when it has not. */
  readonly endToldOn: Day;
}

/** What happens to a contract before its end. */
type Turn =
  | { readonly kind: "renewed"; readonly on: Day; readonly endOn: Day }
  | { readonly kind: "converted"; readonly on: Day }
  | { readonly kind: "ended-early"; readonly on: Day };

/** The 144 placements by type of contract. */
const figures: readonly (readonly [type: string, count: number])[] = [
  ["CDD", 44],
  ["INTERIM", 26],
  ["CDI", 22],
  ["CDDI", 10],
  ["PEC", 8],
  ["PROFESSIONNALISATION", 8],
  ["SAISONNIER", 6],
  ["CDI_INTERIMAIRE", 4],
  ["CIE", 4],
  ["FONCTION_PUBLIQUE", 4],
  ["APPRENTISSAGE", 4],
  ["CREATION_ACTIVITE", 2],
  ["AUTRE", 2],
];

/** How long contracts with an end last, in months, as often as their weight says. */
const months: { readonly [type: string]: readonly (readonly [months: number, weight: number])[] } = {
  CDD: [
    [1, 10],
    [2, 18],
    [3, 26],
    [4, 14],
    [6, 22],
    [9, 5],
    [12, 5],
  ],
  CDDI: [
    [4, 60],
    [6, 40],
  ],
  PEC: [
    [9, 30],
    [10, 30],
    [12, 40],
  ],
  CIE: [
    [6, 60],
    [9, 40],
  ],
  PROFESSIONNALISATION: [
    [9, 30],
    [12, 70],
  ],
  APPRENTISSAGE: [
    [12, 40],
    [24, 60],
  ],
  SAISONNIER: [
    [2, 40],
    [3, 40],
    [4, 20],
  ],
  AUTRE: [
    [2, 50],
    [3, 50],
  ],
};
const agencyDays: readonly (readonly [days: number, weight: number])[] = [
  [4, 12],
  [11, 20],
  [18, 16],
  [41, 20],
  [62, 18],
  [95, 14],
];

/** Contracts that began in the eighteen months up to yesterday, the earliest first. */
export function planContracts(dice: Dice, today: Day): readonly Contract[] {
  const types = dice.shuffle(figures.flatMap(([type, count]) => Array.from({ length: count }, () => type)));
  const first = addDays(addMonths(today, -18), 6);
  const span = daysBetween(first, before(today, 1));
  return types
    .map((type) => ({
      type,
      startOn: before(addDays(first, 3 + Math.floor(((span - 3) * dice.int(0, 1000) ** 0.9) / 1000 ** 0.9)), 0),
    }))
    .sort((one, other) => (one.startOn < other.startOn ? -1 : 1))
    .map(({ type, startOn }) => planContract(dice, type, startOn));
}

/** A contract of that type from that day on. */
export function planContract(dice: Dice, type: string, startOn: Day): Contract {
  const endOn = endOf(dice, type, startOn);
  const turn = turnOf(dice, { type, startOn, endOn });
  const lastDay = lastDayOf(turn, endOn);
  const endToldOn =
    lastDay === forever ? forever : turn?.kind === "ended-early" ? turn.on : after(lastDay, dice.int(0, 2));
  const weeklyHours =
    type === "CDDI"
      ? 26
      : dice.weighted([
          [35, 70],
          [24, 12],
          [20, 10],
          [39, 8],
        ]);
  return { type, startOn, ...(endOn === null ? {} : { endOn }), weeklyHours, turn, lastDay, endToldOn };
}

/** Whether the contract is of a month or more by its dates: the journey moves to work. */
export function lastsAMonth(contract: Contract): boolean {
  return contract.endOn === undefined || contract.endOn >= addDays(addMonths(contract.startOn, 1), -1);
}

/** Whether the person comes back to coaching after it, the journey not being closed by six months in work. */
export function bringsBack(contract: Contract): boolean {
  return lastsAMonth(contract) && contract.endToldOn < addMonths(contract.startOn, 6);
}

function endOf(dice: Dice, type: string, startOn: Day): Day | null {
  if (type === "INTERIM") return addDays(startOn, dice.weighted(agencyDays));
  const lengths = months[type];
  return lengths === undefined ? null : addDays(addMonths(startOn, dice.weighted(lengths)), -1);
}

function turnOf(
  dice: Dice,
  contract: { readonly type: string; readonly startOn: Day; readonly endOn: Day | null },
): Turn | null {
  const { type, startOn, endOn } = contract;
  const length = endOn === null ? 400 : daysBetween(startOn, endOn);
  if (length > 40 && dice.chance(0.09)) return { kind: "ended-early", on: workday(addDays(startOn, dice.int(9, 28))) };
  if (endOn === null || length < 35 || type === "APPRENTISSAGE") return null;
  const on = before(endOn, dice.int(2, 6));
  if (dice.chance(0.2)) return { kind: "renewed", on, endOn: addMonths(endOn, dice.pick([1, 2, 3, 6])) };
  if ((type === "CDD" || type === "INTERIM") && dice.chance(0.18)) return { kind: "converted", on };
  return null;
}

function lastDayOf(turn: Turn | null, endOn: Day | null): Day {
  switch (turn?.kind) {
    case "renewed":
      return turn.endOn;
    case "converted":
      return forever;
    case "ended-early":
      return turn.on;
    default:
      return endOn ?? forever;
  }
}
