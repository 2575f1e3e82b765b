import type { Coaching } from "./coaching.ts";
import { addDays, after, before, type Day } from "./office-days.ts";
import { forever, type People, type Person } from "./people.ts";
import type { Telling } from "./telling.ts";

/** How many people of the sample stand where today, those who found work aside; the rest of the 420 have left. */
const standing = { reception: 14, diagnosis: 15, searching: 92, training: 13, immersion: 7, suspended: 13 };

const trainings = [
  "Remise à niveau en français",
  "Titre professionnel agent de propreté",
  "CACES chariots élévateurs",
  "Préparation au permis B",
  "Cuisine collective",
  "Aide-soignant, remise à niveau",
  "Compétences numériques de base",
];
const places = [
  "Centre de formation des Ardoisières",
  "Atelier Mobilité du Pays bleu",
  "Maison de l’emploi de la Butte",
];
const exits = [
  ["training", 20],
  ["moved-away", 16],
  ["change-of-body", 18],
  ["dropped-out", 20],
  ["end-of-registration", 12],
  ["business-creation", 3],
  ["civic-service", 3],
  ["age-limit", 3],
  ["health", 5],
] as const;

/** Tells the journeys of those who have not found work, or not yet. */
export class OtherLives {
  readonly #telling: Telling;
  readonly #people: People;
  readonly #coaching: Coaching;

  constructor(telling: Telling, people: People, coaching: Coaching) {
    this.#telling = telling;
    this.#people = people;
    this.#coaching = coaching;
  }

  /** @param count how many people the town has in all. */
  tellUpTo(count: number): void {
    this.#times(standing.reception, () => this.#coaching.receive(this.#arrive(1, 12)));
    this.#times(standing.diagnosis, () => this.#beDiagnosed());
    this.#times(standing.searching, () => this.#search());
    this.#times(standing.training, () => this.#train());
    this.#times(standing.immersion, () => this.#tryAnOccupation());
    this.#times(standing.suspended, () => this.#pause());
    this.#times(count - this.#people.all.length, () => this.#leave());
  }

  #times(count: number, tell: () => void): void {
    for (let n = 0; n < count; n += 1) tell();
  }

  /** Someone who came that many days ago. */
  #arrive(least: number, most: number): Person {
    const { dice, today, staff } = this.#telling;
    const person = this.#people.add({
      arrivedOn: before(today, dice.int(least, most)),
      counsellor: dice.pick(staff.counsellors),
      agrees: dice.chance(0.82),
    });
    return person;
  }

  #beDiagnosed(): void {
    const { dice, today } = this.#telling;
    const person = this.#arrive(7, 25);
    this.#coaching.receive(person);
    this.#coaching.send(person, before(today, dice.int(0, 3)), "START_DIAGNOSIS");
  }

  #search(): void {
    const { dice, today } = this.#telling;
    const person = this.#coached(30, dice.chance(0.3) ? 420 : 170);
    const from = person.coached[0]?.from ?? today;
    this.#coaching.follow(person, from, forever);
    if (dice.chance(0.18)) this.#pastTraining(person, after(from, dice.int(10, 40)));
  }

  #train(): void {
    const { dice, today } = this.#telling;
    const person = this.#coached(110, 220);
    this.#coaching.follow(person, person.coached[0]?.from ?? today, forever);
    this.#startTraining(person, before(today, dice.int(4, 45)), addDays(today, dice.int(6, 120)));
  }

  #tryAnOccupation(): void {
    const { dice, today } = this.#telling;
    const person = this.#coached(70, 180);
    this.#coaching.follow(person, person.coached[0]?.from ?? today, forever);
    const startOn = before(today, dice.int(1, 6));
    const immersion = {
      immersionPlace: dice.pick(places),
      immersionOccupation: person.occupation.code,
      immersionStartOn: startOn,
    };
    this.#coaching.tell(person, startOn, (hands) =>
      hands.send("seeker-journeys", person.journeyId, "START_IMMERSION", {
        ...immersion,
        immersionEndOn: addDays(today, dice.int(3, 12)),
      }),
    );
  }

  #pause(): void {
    const { dice, today } = this.#telling;
    const person = this.#coached(110, 260);
    const day = before(today, dice.int(3, 40));
    this.#coaching.follow(person, person.coached[0]?.from ?? today, day);
    this.#coaching.stop(person, day);
    const suspensionReason = dice.weighted([
      ["unavailable", 40],
      ["family", 35],
      ["absence", 15],
      ["other", 10],
    ] as const);
    this.#coaching.send(person, day, "SUSPEND", { suspensionReason, suspendedUntil: addDays(today, dice.int(5, 70)) });
  }

  /** Someone whose journey has ended without a placement; a few paused on the way. */
  #leave(): void {
    const { dice, today } = this.#telling;
    const person = this.#coached(190, 560);
    const from = person.coached[0]?.from ?? today;
    const leavesOn = after(from, dice.int(40, 130));
    this.#coaching.follow(person, from, leavesOn);
    this.#coaching.stop(person, leavesOn);
    if (dice.chance(0.1)) this.#pauseAWhile(person, after(from, 12));
    else if (dice.chance(0.15)) this.#pastTraining(person, after(from, 10));
    this.#coaching.send(person, leavesOn, "CLOSE", { exitReason: dice.weighted(exits) });
  }

  /** Someone in coaching, who came that many days ago. */
  #coached(least: number, most: number): Person {
    const person = this.#arrive(least, most);
    this.#coaching.receive(person);
    this.#coaching.plan(person);
    return person;
  }

  #pastTraining(person: Person, startOn: Day): void {
    const endOn = after(startOn, this.#telling.dice.int(8, 22));
    this.#startTraining(person, startOn, endOn);
    const trainingOutcome = this.#telling.dice.chance(0.85) ? "completed" : "dropped";
    this.#coaching.send(person, endOn, "END_TRAINING", { trainingOutcome });
  }

  #startTraining(person: Person, startOn: Day, endOn: Day): void {
    const { dice } = this.#telling;
    this.#coaching.send(person, startOn, "START_TRAINING", {
      trainingTitle: dice.pick(trainings),
      trainingPlace: dice.pick(places),
      trainingStartOn: startOn,
      trainingEndOn: endOn,
    });
  }

  /** The pause ends well before the journey does, and no contact of the coaching is lost by it. */
  #pauseAWhile(person: Person, from: Day): void {
    this.#coaching.send(person, from, "SUSPEND", { suspensionReason: "family", suspendedUntil: addDays(from, 14) });
    this.#coaching.send(person, after(from, 14), "RESUME");
  }
}
