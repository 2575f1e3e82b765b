import type { JsonObject } from "../../server/plugin-api/index.ts";
import { addDays, addMonths, after, before, type Day } from "./office-days.ts";
import { forever, type Person } from "./people.ts";
import type { Hands } from "./story.ts";
import { idOf, type Telling } from "./telling.ts";

const projects = [
  "Retrouver un poste stable près de la maison.",
  "Reprendre une activité après une longue période sans emploi.",
  "Changer de métier : le dos ne suit plus.",
  "Entrer dans un premier emploi, puis se former.",
  "Travailler aux heures d’école.",
  "Faire reconnaître une expérience acquise à l’étranger.",
];
const strengths = [
  "Ponctualité, envie d’apprendre.",
  "Bonne expérience, gestes sûrs.",
  "À l’aise avec le public.",
  "Réseau dans le quartier, motivation.",
  "Sait travailler en équipe.",
];
const needs = [
  "Refaire le CV, préparer les entretiens.",
  "Solution de garde, horaires.",
  "Mobilité : permis à passer.",
  "Français à l’écrit.",
  "Reprendre confiance.",
];
const goals = [
  "Deux candidatures par semaine, un point chaque mois.",
  "CV refait, inscription à l’auto-école.",
  "Immersion d’une semaine, puis candidatures.",
  "Rencontrer trois entreprises du Club.",
  "Cours de français, puis intérim.",
];
const talks = [
  "Point sur les candidatures.",
  "Relecture du CV.",
  "Appel pour proposer une offre.",
  "Préparation d’un entretien.",
  "Nouvelles de la recherche, moral bon.",
  "Point sur la garde des enfants.",
  "Rappel d’un rendez-vous.",
];
const media = [
  ["phone", 45],
  ["planned-in-person", 35],
  ["email", 10],
  ["video", 4],
  ["third-party", 3],
  ["home-visit", 3],
] as const;

/** Tells what the counsellors do with the people they coach. */
export class Coaching {
  readonly #telling: Telling;

  constructor(telling: Telling) {
    this.#telling = telling;
  }

  tell(person: Person, day: Day, act: (hands: Hands) => Promise<unknown>): void {
    this.#telling.story.tell({ day, thread: person.thread, who: person.counsellor, act });
  }

  /** Sends an event to the person's journey. */
  send(person: Person, day: Day, event: string, payload?: JsonObject): void {
    this.tell(person, day, (hands) => hands.send("seeker-journeys", person.journeyId, event, payload));
  }

  /** The person's file is made, and a journey opened. */
  receive(person: Person): void {
    this.tell(person, person.arrivedOn, async (hands) => {
      person.id = idOf(await hands.create("seekers", person.data));
      const journey = { seekerId: person.id, assigneeId: person.counsellor };
      person.journeyId = idOf(await hands.create("seeker-journeys", journey));
    });
  }

  /** From the diagnosis to the plan; answers the day of the plan. */
  plan(person: Person): Day {
    const { dice } = this.#telling;
    const startedOn = after(person.arrivedOn, dice.int(1, 7));
    const plannedOn = after(startedOn, dice.int(2, 9));
    this.send(person, startedOn, "START_DIAGNOSIS");
    this.send(person, plannedOn, "SET_PLAN", this.#diagnosis());
    person.diagnoses.push(plannedOn);
    person.coached.push({ from: plannedOn, to: forever });
    return plannedOn;
  }

  /** The coaching of those days: contacts often enough, and a diagnosis renewed before it is out of date. */
  follow(person: Person, from: Day, to: Day): void {
    this.#renew(person, from, to);
    this.#keepInTouch(person, from, to);
  }

  /** Coaching begins again, most often after a job. */
  resume(person: Person, day: Day): void {
    person.coached.push({ from: day, to: forever });
  }

  /** Coaching stops: work, a pause or the end of the journey. */
  stop(person: Person, day: Day): void {
    const last = person.coached.at(-1);
    if (last !== undefined) last.to = day;
  }

  #diagnosis() {
    const { dice } = this.#telling;
    return {
      project: dice.pick(projects),
      strengths: dice.pick(strengths),
      needs: dice.pick(needs),
      goals: dice.pick(goals),
      support: dice.weighted([
        ["light", 30],
        ["guided", 50],
        ["intensive", 20],
      ] as const),
    };
  }

  #renew(person: Person, from: Day, to: Day): void {
    const { dice, today } = this.#telling;
    const forgets = dice.chance(0.4);
    for (;;) {
      const validUntil = addMonths(person.diagnoses.at(-1) ?? from, 6);
      const wanted = before(validUntil, dice.int(1, 12));
      const day = wanted > from ? wanted : after(from, dice.int(2, 8));
      const isLate = forgets && day > addDays(today, -60);
      if (day >= to || day > today || isLate) return;
      this.send(person, day, "RENEW_DIAGNOSIS", this.#diagnosis());
      person.diagnoses.push(day);
    }
  }

  #keepInTouch(person: Person, from: Day, to: Day): void {
    const { dice, today } = this.#telling;
    const lastDay = to < today ? to : today;
    for (let day = this.#nextContact(from); day < lastDay; day = this.#nextContact(day)) {
      const contact = {
        medium: dice.weighted(media),
        contactedOn: day,
        minutes: dice.pick([5, 10, 15, 20, 30, 45]),
        author: person.counsellor,
        summary: dice.pick(talks),
      };
      this.tell(person, day, (hands) => hands.create("contacts", { ...contact, seekerId: person.id }));
    }
  }

  /** Within the thirty days after which the engine asks for a call; once in a while, too late. */
  #nextContact(day: Day): Day {
    const { dice } = this.#telling;
    return after(day, dice.chance(0.03) ? dice.int(33, 42) : dice.int(18, 26));
  }
}

/** Whether the person is in coaching on all of those days. */
export function isCoached(person: Person, from: Day, to: Day): boolean {
  return person.coached.some((period) => period.from < from && to < period.to);
}

/** Whether the person's diagnosis is up to date that day. */
export function isDiagnosed(person: Person, day: Day): boolean {
  return person.diagnoses.some((made) => made < day && day <= addMonths(made, 6));
}
