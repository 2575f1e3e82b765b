import type { Reached } from "./applications.ts";
import { planContract } from "./contracts.ts";
import { addDays, after, before, type Day, daysBetween } from "./office-days.ts";
import type { Person } from "./people.ts";
import type { NeedPlan, Recruitment } from "./recruitments.ts";
import { companyFor, type Tellers } from "./working-lives.ts";

/** A recruitment of today: how long ago its offer was published, and how far its applications have come. */
interface Running {
  readonly publishedDaysAgo: number;
  readonly stage: "published" | "preselection" | "interviews";
  readonly applications: readonly Reached[];
}

const running: readonly Running[] = [
  { publishedDaysAgo: 2, stage: "published", applications: [] },
  { publishedDaysAgo: 6, stage: "published", applications: ["proposed"] },
  { publishedDaysAgo: 11, stage: "published", applications: ["proposed", "sent"] },
  { publishedDaysAgo: 13, stage: "published", applications: ["sent", "sent"] },
  { publishedDaysAgo: 24, stage: "published", applications: [] },
  { publishedDaysAgo: 33, stage: "published", applications: [] },
  { publishedDaysAgo: 40, stage: "published", applications: ["proposed"] },
  { publishedDaysAgo: 82, stage: "published", applications: ["sent", "sent", "proposed"] },
  { publishedDaysAgo: 90, stage: "published", applications: ["sent", "proposed"] },
  { publishedDaysAgo: 15, stage: "preselection", applications: ["sent", "shortlisted", "shortlisted"] },
  { publishedDaysAgo: 18, stage: "preselection", applications: ["proposed", "shortlisted"] },
  { publishedDaysAgo: 21, stage: "preselection", applications: ["sent", "sent", "shortlisted"] },
  { publishedDaysAgo: 23, stage: "interviews", applications: ["interview", "interview", "shortlisted"] },
  { publishedDaysAgo: 26, stage: "interviews", applications: ["offered", "interview"] },
  { publishedDaysAgo: 29, stage: "interviews", applications: ["offered", "sent"] },
  { publishedDaysAgo: 30, stage: "interviews", applications: ["interview", "offered"] },
];

/** Tells the needs that are open today, in every stage, and those that came to nothing. */
export function tellOpenNeeds(tellers: Tellers): void {
  const { telling, recruitments } = tellers;
  const { dice, today } = telling;
  for (let n = 0; n < 6; n += 1) recruitments.note(planNeed(tellers, before(today, dice.int(1, 12))));
  for (let n = 0; n < 5; n += 1) {
    const drafted = recruitments.note(planNeed(tellers, before(today, dice.int(12, 20))));
    recruitments.evaluate(drafted, before(today, dice.int(1, 8)));
  }
  for (const plan of running) tellRunning(tellers, plan);
  for (let n = 0; n < 4; n += 1) tellHeld(tellers, n % 2 === 0);
  for (let n = 0; n < 18; n += 1) tellEnded(tellers, n);
  for (let n = 0; n < 9; n += 1) tellAgreed(tellers, n);
}

function planNeed(tellers: Tellers, notedOn: Day): NeedPlan {
  const { dice } = tellers.telling;
  const company = dice.pick(tellers.companies);
  const contractType = dice.weighted([
    ["CDD", 40],
    ["CDI", 25],
    ["INTERIM", 25],
    ["SAISONNIER", 5],
    ["PEC", 5],
  ] as const);
  const openings = dice.weighted([
    [1, 75],
    [2, 18],
    [3, 7],
  ]);
  return {
    company,
    occupation: dice.pick(company.trade.occupations),
    contractType,
    openings,
    notedOn,
    startOn: addDays(notedOn, dice.int(30, 70)),
  };
}

/** From the need to the published offer. */
function tellPublished(tellers: Tellers, publishedOn: Day): Recruitment {
  const { recruitments, telling } = tellers;
  const recruitment = recruitments.note(planNeed(tellers, before(publishedOn, telling.dice.int(10, 20))));
  recruitments.evaluate(recruitment, before(publishedOn, 5));
  recruitments.publish(recruitment, publishedOn);
  return recruitment;
}

function tellRunning(tellers: Tellers, { publishedDaysAgo, stage, applications }: Running): void {
  const { telling, recruitments } = tellers;
  const publishedOn = before(telling.today, publishedDaysAgo);
  const recruitment = tellPublished(tellers, publishedOn);
  const proposedOn = after(publishedOn, 2);
  const candidates = tellers.applications.candidates({ from: proposedOn, to: telling.today, recruitment });
  for (const [n, reached] of applications.entries()) {
    const person = candidates[n];
    if (person !== undefined) tellers.applications.open(person, recruitment, { proposedOn, reached });
  }
  if (stage !== "published") recruitments.send(recruitment, after(publishedOn, 7), "PRESELECT");
  if (stage === "interviews") recruitments.send(recruitment, after(publishedOn, 11), "INTERVIEW");
}

function tellHeld(tellers: Tellers, isPublished: boolean): void {
  const { telling, recruitments } = tellers;
  const { dice, today } = telling;
  const heldOn = before(today, dice.int(2, 25));
  const recruitment = isPublished
    ? tellPublished(tellers, before(heldOn, 9))
    : recruitments.note(planNeed(tellers, before(heldOn, 7)));
  const holdReason = dice.pick(["company-unavailable", "budget", "reorganisation"]);
  recruitments.send(recruitment, heldOn, "HOLD", { holdReason, heldUntil: addDays(today, dice.int(4, 40)) });
}

/** Filled without the office, or given up. */
function tellEnded(tellers: Tellers, n: number): void {
  const { telling, recruitments, applications } = tellers;
  const { dice, today } = telling;
  const publishedOn = before(today, dice.int(60, 500));
  const recruitment = tellPublished(tellers, publishedOn);
  const endedOn = after(publishedOn, dice.int(14, 40));
  applications.compete(recruitment, after(publishedOn, 3), endedOn);
  if (n % 2 === 0) {
    const filledThrough = dice.weighted([
      ["own-network", 35],
      ["france-travail", 25],
      ["agency", 20],
      ["online", 20],
    ] as const);
    recruitments.send(recruitment, endedOn, "FILLED_ELSEWHERE", { filledThrough });
  } else {
    const cancelReason = dice.weighted([
      ["need-gone", 40],
      ["no-candidate", 25],
      ["budget", 20],
      ["conditions", 15],
    ] as const);
    recruitments.send(recruitment, endedOn, "CANCEL", { cancelReason });
  }
}

/** Contracts that begin in the coming weeks, and some that came to nothing before they began: not in the figure. */
function tellAgreed(tellers: Tellers, n: number): void {
  const { telling, people, placements } = tellers;
  const { dice, today } = telling;
  const isCancelled = n >= 5;
  const startOn = isCancelled ? before(today, dice.int(40, 300)) : after(today, dice.int(3, 15));
  const agreedOn = isCancelled ? before(startOn, 6) : before(today, n);
  const person = dice.pick(people.all.filter((each) => isAvailable(each, agreedOn, isCancelled ? startOn : today)));
  const occupation = person.occupation.code;
  const contract = planContract(dice, dice.pick(["CDD", "CDI", "INTERIM"]), startOn);
  const placement = { person, company: companyFor(tellers, occupation), contract, occupation, id: "" };
  placements.agreeByHand(placement, agreedOn);
  if (isCancelled) placements.cancel(placement, before(startOn, 0));
}

function isAvailable(person: Person, from: Day, to: Day): boolean {
  return person.coached.some((period) => period.from < from && to < period.to && daysBetween(period.from, from) > 10);
}
