import type { JsonObject } from "../../server/plugin-api/index.ts";
import type { Dice } from "./dice.ts";
import type { Names } from "./names.ts";
import { type Occupation, occupationOf, occupations } from "./occupations.ts";
import type { Day } from "./office-days.ts";
import { describePerson } from "./person-data.ts";

/** A jobseeker of the sample, with what the story has told of them so far. */
export interface Person {
  /** The thread of the story that everything about them is told in. */
  readonly thread: string;
  /** Id of the user who coaches them. */
  readonly counsellor: string;
  readonly arrivedOn: Day;
  readonly data: JsonObject;
  readonly occupation: Occupation;
  /** Days on which a diagnosis was made: each is valid for six months. */
  readonly diagnoses: Day[];
  /** When they were in coaching; an open one ends with `forever`. */
  readonly coached: { from: Day; to: Day }[];
  id: string;
  journeyId: string;
}

/** After every day that the story tells. */
export const forever: Day = "9999-12-31";

/** What is settled of a person before the dice make up the rest. */
export interface PersonPlan {
  readonly arrivedOn: Day;
  readonly counsellor: string;
  /** ROME code of the occupation sought first. */
  readonly occupation?: string;
  /** Agreed to show their file to companies and to partners. */
  readonly agrees: boolean;
}

/** Makes the people of the town, none of whom exists. */
export class People {
  readonly all: Person[] = [];
  readonly #dice: Dice;
  readonly #names: Names;

  constructor(dice: Dice, names: Names) {
    this.#dice = dice;
    this.#names = names;
  }

  add(plan: PersonPlan): Person {
    const occupation = plan.occupation === undefined ? this.#dice.pick(occupations) : occupationOf(plan.occupation);
    const person: Person = {
      thread: `person ${this.all.length}`,
      counsellor: plan.counsellor,
      arrivedOn: plan.arrivedOn,
      data: describePerson({ plan, occupation, dice: this.#dice, names: this.#names }),
      occupation,
      diagnoses: [],
      coached: [],
      id: "",
      journeyId: "",
    };
    this.all.push(person);
    return person;
  }
}
