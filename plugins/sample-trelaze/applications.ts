import type { JsonObject } from "../../server/plugin-api/index.ts";
import { isCoached, isDiagnosed } from "./coaching.ts";
import type { Contract } from "./contracts.ts";
import { addDays, after, before, type Day } from "./office-days.ts";
import type { People, Person } from "./people.ts";
import { type Placement, termsOf } from "./placements.ts";
import type { Recruitment } from "./recruitments.ts";
import type { Hands } from "./story.ts";
import { idOf, type Telling } from "./telling.ts";

/** An application of the story; `id` is known once it is proposed. */
interface Application {
  readonly person: Person;
  readonly recruitment: Recruitment;
  id: string;
}

/** How far an application has come. */
export type Reached = "proposed" | "sent" | "shortlisted" | "interview" | "offered";

const reasons = [
  "Le métier recherché, et tout près.",
  "A déjà fait ce travail.",
  "Motivation, disponible tout de suite.",
  "Les horaires conviennent.",
  "Une première expérience à confirmer.",
];
const companyRefusals = [
  ["lacking-skills", 40],
  ["did-not-come-to-interview", 20],
  ["not-mobile", 15],
  ["health-or-hours", 10],
  ["no-answer", 15],
] as const;
const personalRefusals = [
  ["not-interested", 40],
  ["hired-elsewhere", 25],
  ["health-or-hours", 20],
  ["in-training", 15],
] as const;

/** Tells who is proposed to whom, and what comes of it. */
export class Applications {
  readonly #telling: Telling;
  readonly #people: People;
  readonly #pairs = new Set<string>();

  constructor(telling: Telling, people: People) {
    this.#telling = telling;
    this.#people = people;
  }

  /** The way of someone who is hired, told backwards from the first day in the job. */
  hire(placement: Placement, recruitment: Recruitment, contract: Contract): void {
    const { dice } = this.#telling;
    const { startOn } = contract;
    const application = this.#propose(placement.person, recruitment, proposalDay(startOn));
    this.#send(application, before(startOn, 25), "SEEKER_AGREES");
    this.#send(application, before(startOn, 18), "SHORTLIST");
    const isMet = dice.chance(0.85);
    if (isMet) this.#send(application, before(startOn, 13), "INTERVIEW", this.#meeting(before(startOn, 10)));
    if (isMet && dice.chance(0.6)) this.#send(application, before(startOn, 8), "OFFER", termsOf(contract));
    this.#tell(application, before(startOn, 4), async (hands) => {
      await hands.send("applications", application.id, "HIRE", termsOf(contract));
      const [opened] = await hands.list("placements", { filter: { applicationId: application.id } });
      placement.id = opened === undefined ? "" : idOf(opened);
    });
  }

  /** Others who are proposed for a recruitment and not taken; those left open are refused when it is filled. */
  compete(recruitment: Recruitment, proposedOn: Day, until: Day): void {
    const { dice } = this.#telling;
    const count = dice.weighted([
      [0, 15],
      [1, 35],
      [2, 35],
      [3, 15],
    ]);
    for (const person of this.candidates({ from: proposedOn, to: addDays(until, 3), recruitment }).slice(0, count)) {
      const application = this.#propose(person, recruitment, proposedOn);
      const sentOn = after(proposedOn, 1);
      const decidedOn = after(sentOn, dice.int(2, 8));
      const end = dice.weighted([
        ["declined", 18],
        ["refused", 40],
        ["withdrawn", 12],
        ["left", 30],
      ] as const);
      if (end === "declined") {
        this.#refuse(application, sentOn, "seeker");
        continue;
      }
      this.#send(application, sentOn, "SEEKER_AGREES");
      if (decidedOn >= until || end === "left") continue;
      if (end === "refused") this.#refuse(application, decidedOn, "company");
      else this.#send(application, decidedOn, "WITHDRAW", { refusalReason: dice.weighted(personalRefusals) });
    }
  }

  /** An application that is under way, as far as it has come. */
  open(person: Person, recruitment: Recruitment, plan: { readonly proposedOn: Day; readonly reached: Reached }): void {
    const { proposedOn, reached } = plan;
    const application = this.#propose(person, recruitment, proposedOn);
    const steps: readonly (readonly [Reached, string, JsonObject?])[] = [
      ["sent", "SEEKER_AGREES"],
      ["shortlisted", "SHORTLIST"],
      ["interview", "INTERVIEW", this.#meeting(addDays(this.#telling.today, this.#telling.dice.int(1, 8)))],
      ["offered", "OFFER", { contractType: recruitment.contractType }],
    ];
    const count = steps.findIndex(([stage]) => stage === reached) + 1;
    let day = proposedOn;
    for (const [, event, payload] of steps.slice(0, count)) {
      day = after(day, 1);
      this.#send(application, day, event, payload);
    }
  }

  /** People in coaching on those days who may be proposed, those of the occupation first. */
  candidates(need: { readonly from: Day; readonly to: Day; readonly recruitment: Recruitment }): readonly Person[] {
    const { from, to, recruitment } = need;
    const wanted = recruitment.occupation;
    const free = this.#people.all.filter(
      (person) =>
        isCoached(person, addDays(from, -1), to) &&
        isDiagnosed(person, from) &&
        person.data["agreementToShare"] !== undefined &&
        !this.#pairs.has(pairOf(person, recruitment)),
    );
    const suits = (person: Person) => person.occupation === wanted || wanted.close.includes(person.occupation.code);
    return this.#telling.dice.shuffle(free).toSorted((one, other) => Number(suits(other)) - Number(suits(one)));
  }

  #propose(person: Person, recruitment: Recruitment, day: Day): Application {
    const { dice } = this.#telling;
    const application: Application = { person, recruitment, id: "" };
    const message = dice.pick(reasons);
    this.#pairs.add(pairOf(person, recruitment));
    this.#tell(application, day, async (hands) => {
      const data = {
        journeyId: person.journeyId,
        recruitmentId: recruitment.id,
        message,
        assigneeId: person.counsellor,
      };
      application.id = idOf(await hands.create("applications", data));
    });
    return application;
  }

  #refuse(application: Application, day: Day, refusedBy: "company" | "seeker"): void {
    const refusalReason = this.#telling.dice.weighted<string>(
      refusedBy === "company" ? companyRefusals : personalRefusals,
    );
    this.#send(application, day, "REFUSE", { refusalReason, refusedBy });
  }

  #meeting(day: Day): JsonObject {
    const hour = this.#telling.dice.pick(["08:00", "09:30", "13:00", "15:30"]);
    return { interviewAt: `${day}T${hour}:00Z`, interviewPlace: "Dans l’entreprise" };
  }

  #send(application: Application, day: Day, event: string, payload?: JsonObject): void {
    this.#tell(application, day, (hands) => hands.send("applications", application.id, event, payload));
  }

  #tell({ person }: Application, day: Day, act: (hands: Hands) => Promise<unknown>): void {
    this.#telling.story.tell({ day, thread: person.thread, who: person.counsellor, act });
  }
}

/** When someone who starts that day was proposed. */
export function proposalDay(startOn: Day): Day {
  return before(startOn, 28);
}

function pairOf(person: Person, recruitment: Recruitment): string {
  return `${person.thread} ${recruitment.thread}`;
}
