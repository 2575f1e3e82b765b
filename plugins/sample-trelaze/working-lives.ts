import { type Applications, proposalDay } from "./applications.ts";
import { type Coaching, isDiagnosed } from "./coaching.ts";
import type { Company } from "./companies.ts";
import { bringsBack, type Contract, lastsAMonth, planContracts } from "./contracts.ts";
import { addDays, after, before, type Day, workday } from "./office-days.ts";
import { forever, type People, type Person } from "./people.ts";
import type { Placement, Placements } from "./placements.ts";
import type { Recruitments } from "./recruitments.ts";
import type { Telling } from "./telling.ts";
import { trades } from "./trades.ts";

/** Everyone who tells a part of the working lives. */
export interface Tellers {
  readonly telling: Telling;
  readonly people: People;
  readonly companies: readonly Company[];
  readonly coaching: Coaching;
  readonly recruitments: Recruitments;
  readonly applications: Applications;
  readonly placements: Placements;
}

/** Someone who finds work, with the contracts they find, in order. */
export interface WorkingLife {
  readonly person: Person;
  readonly contracts: Contract[];
}

/** The people who find work, and their coaching before, between and after their jobs: 144 contracts in all. */
export function tellWorkingPeople(tellers: Tellers): readonly WorkingLife[] {
  const lives = shareContracts(tellers);
  for (const life of lives) tellCoaching(tellers, life);
  return lives;
}

/** Their contracts. Everyone of the town must be there: a hiring has people who compete for it. */
export function tellContracts(tellers: Tellers, lives: readonly WorkingLife[]): void {
  for (const { person, contracts } of lives) {
    for (const [n, contract] of contracts.entries()) {
      tellContract(tellers, person, { contract, previous: contracts[n - 1] });
    }
  }
}

/** Who finds which contract: most people one, some the next when the first has ended. */
function shareContracts({ telling, people }: Tellers): readonly WorkingLife[] {
  const { dice, today, staff, begins } = telling;
  const codes = [...new Set(trades.flatMap((trade) => trade.occupations))];
  const lives: WorkingLife[] = [];
  for (const contract of planContracts(dice, today)) {
    const again = lives.filter((life) => isFree(life, contract.startOn));
    if (again.length > 0 && dice.chance(0.3)) {
      dice.pick(again).contracts.push(contract);
      continue;
    }
    const wanted = before(contract.startOn, dice.int(66, 190));
    const person = people.add({
      arrivedOn: wanted > begins ? wanted : workday(begins),
      counsellor: dice.pick(staff.counsellors),
      occupation: dice.pick(codes),
      agrees: true,
    });
    lives.push({ person, contracts: [contract] });
  }
  return lives;
}

function isFree({ contracts }: WorkingLife, day: Day): boolean {
  const last = contracts.at(-1);
  if (last === undefined || contracts.length > 2) return false;
  const isBack = bringsBack(last) || !lastsAMonth(last);
  return isBack && last.endToldOn !== forever && addDays(last.endToldOn, 20) < day;
}

/** The coaching before, between and after the jobs. */
function tellCoaching({ telling, coaching }: Tellers, { person, contracts }: WorkingLife): void {
  const { dice, today } = telling;
  coaching.receive(person);
  let from = coaching.plan(person);
  for (const contract of contracts.filter(lastsAMonth)) {
    coaching.follow(person, from, contract.startOn);
    coaching.stop(person, contract.startOn);
    if (!bringsBack(contract)) return;
    from = contract.endToldOn;
    coaching.resume(person, from);
  }
  const [lastEnd = from] = [from, ...contracts.map((contract) => contract.endToldOn)].toSorted().reverse();
  const leavesOn = after(lastEnd, dice.int(20, 150));
  const leaves = leavesOn < today && dice.chance(0.55);
  coaching.follow(person, from, leaves ? leavesOn : forever);
  if (!leaves) return;
  const exitReason = dice.weighted([
    ["training", 25],
    ["dropped-out", 20],
    ["moved-away", 15],
    ["change-of-body", 20],
    ["end-of-registration", 20],
  ] as const);
  coaching.send(person, leavesOn, "CLOSE", { exitReason });
  coaching.stop(person, leavesOn);
}

interface ContractPlace {
  readonly contract: Contract;
  readonly previous: Contract | undefined;
}

function tellContract(tellers: Tellers, person: Person, { contract, previous }: ContractPlace): void {
  const { telling, placements } = tellers;
  const { dice } = telling;
  const company = companyFor(tellers, person.occupation.code);
  const occupation = person.occupation.code;
  const placement: Placement = { person, company, contract, occupation, id: "" };
  const proposedOn = proposalDay(contract.startOn);
  const isReady =
    isDiagnosed(person, proposedOn) && (previous === undefined || previous.endToldOn < addDays(proposedOn, -1));
  const isOwnBusiness = contract.type === "CREATION_ACTIVITE" || contract.type === "AUTRE";
  if (isReady && !isOwnBusiness && dice.chance(0.72)) tellHiring(tellers, placement);
  else placements.agreeByHand(placement);
  placements.run(placement);
}

/** The company's recruitment, those who compete for it, the hiring, the position filled. */
function tellHiring({ telling, recruitments, applications }: Tellers, placement: Placement): void {
  const { contract, company, occupation } = placement;
  const { startOn } = contract;
  const { dice } = telling;
  const recruitment = recruitments.note({
    company,
    occupation,
    contractType: contract.type,
    startOn,
    notedOn: before(startOn, dice.int(46, 54)),
  });
  recruitments.evaluate(recruitment, before(startOn, dice.int(39, 43)));
  recruitments.publish(recruitment, before(startOn, dice.int(32, 35)));
  recruitments.send(recruitment, before(startOn, 20), "PRESELECT");
  recruitments.send(recruitment, before(startOn, 14), "INTERVIEW");
  const filledOn = after(startOn, dice.int(1, 3));
  applications.hire(placement, recruitment, contract);
  applications.compete(recruitment, before(startOn, dice.int(23, 27)), filledOn);
  recruitments.send(recruitment, filledOn, "FILL");
}

/** A company of the club that looks for people of that occupation. */
export function companyFor(
  { telling, companies }: Pick<Tellers, "telling" | "companies">,
  occupation: string,
): Company {
  const fitting = companies.filter((company) => company.trade.occupations.includes(occupation));
  return telling.dice.pick(fitting.length > 0 ? fitting : companies);
}
