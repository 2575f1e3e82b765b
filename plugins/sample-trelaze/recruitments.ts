import type { JsonObject } from "../../server/plugin-api/index.ts";
import type { Company } from "./companies.ts";
import { type Occupation, occupationOf } from "./occupations.ts";
import type { Day } from "./office-days.ts";
import type { Hands } from "./story.ts";
import { idOf, type Telling } from "./telling.ts";

/** A company's need in the story; `id` is known once it is noted. */
export interface Recruitment {
  readonly thread: string;
  readonly counsellor: string;
  readonly company: Company;
  readonly occupation: Occupation;
  readonly contractType: string;
  readonly openings: number;
  readonly startOn: Day;
  id: string;
}

/** A need before it is noted: whose, for what work, from when. */
export interface NeedPlan {
  readonly company: Company;
  readonly occupation: string;
  readonly contractType: string;
  readonly startOn: Day;
  readonly openings?: number;
  readonly notedOn: Day;
}

/** Hours and what they ask of people. */
const schedules: readonly (readonly [schedule: JsonObject, weight: number])[] = [
  [{ hours: "8 h – 16 h, du lundi au vendredi" }, 34],
  [{ hours: "9 h – 17 h, du lundi au vendredi" }, 22],
  [{ hours: "5 h – 12 h, du lundi au samedi", shiftWork: true, weekendWork: true }, 14],
  [{ hours: "2 × 8, en équipe", shiftWork: true }, 12],
  [{ hours: "17 h – 20 h, du lundi au vendredi", workingTime: "part-time", weeklyHours: 15 }, 8],
  [{ hours: "11 h – 15 h et 18 h – 22 h, week-end compris", weekendWork: true, shiftWork: true }, 7],
  [{ hours: "21 h – 5 h, du lundi au vendredi", nightWork: true }, 3],
];
const conditions = [
  "Port de charges, station debout.",
  "Travail en extérieur par tous les temps.",
  "Cadence soutenue, équipe soudée.",
  "Atelier propre et chauffé.",
  "Contact avec le public toute la journée.",
];
const learnables = [
  "Les gestes du métier, avec un tuteur.",
  "L’usage des machines, en deux semaines.",
  "Le CACES peut être passé sur place.",
  "Tout : aucun diplôme n’est demandé.",
];

/** Tells what becomes of companies' needs. */
export class Recruitments {
  readonly all: Recruitment[] = [];
  readonly #telling: Telling;

  constructor(telling: Telling) {
    this.#telling = telling;
  }

  /** The company tells its need. */
  note(plan: NeedPlan): Recruitment {
    const { dice, staff } = this.#telling;
    const recruitment: Recruitment = {
      thread: `recruitment ${this.all.length}`,
      counsellor: dice.pick(staff.counsellors),
      company: plan.company,
      occupation: occupationOf(plan.occupation),
      contractType: plan.contractType,
      openings: plan.openings ?? 1,
      startOn: plan.startOn,
      id: "",
    };
    this.all.push(recruitment);
    this.#tell(recruitment, plan.notedOn, async (hands) => {
      recruitment.id = idOf(await hands.create("company-recruitments", needOf(recruitment)));
      await hands.create("contacts", {
        companyId: plan.company.id,
        medium: "phone",
        contactedOn: plan.notedOn,
        minutes: 15,
        author: recruitment.counsellor,
        summary: "L’entreprise fait part d’un besoin.",
      });
    });
    return recruitment;
  }

  evaluate(recruitment: Recruitment, day: Day): void {
    const { dice } = this.#telling;
    const { skills, label } = recruitment.occupation;
    this.send(recruitment, day, "EVALUATE", {
      evaluationMode: dice.chance(0.6) ? "visit" : "phone",
      tasks: `${label} : ${skills.join(", ").toLowerCase()}.`,
      conditions: dice.pick(conditions),
      workingTime: "full-time",
      weeklyHours: 35,
      ...dice.weighted(schedules),
      commune: recruitment.company.commune,
      busAccess: dice.weighted([
        ["yes", 50],
        ["partly", 30],
        ["no", 20],
      ] as const),
      learnable: dice.pick(learnables),
      skills: dice.some(skills, dice.int(1, 3)),
      licences: skills.some((skill) => skill.startsWith("Permis")) || dice.chance(0.12) ? ["B"] : [],
      experienceMonths: dice.weighted([
        [0, 60],
        [6, 20],
        [12, 12],
        [24, 8],
      ]),
      languageLevel: dice.weighted([
        ["A2", 40],
        ["B1", 40],
        ["B2", 20],
      ] as const),
    });
  }

  publish(recruitment: Recruitment, day: Day): void {
    const { dice } = this.#telling;
    const { occupation, company, contractType, startOn } = recruitment;
    const title = dice.pick(occupation.appellations);
    this.send(recruitment, day, "APPROVE_OFFER", {
      offerTitle: `${title} (H/F)`,
      offerText: `${String(company.data["name"])} recherche pour son équipe : ${title.toLowerCase()}. Une formation sur le poste est prévue.`,
      contractType,
      weeklyHours: dice.weighted([
        [35, 80],
        [20, 10],
        [39, 10],
      ]),
      commune: company.commune,
      payMin: dice.int(1220, 1450),
      payPeriod: "hour",
      startOn,
    });
  }

  send(recruitment: Recruitment, day: Day, event: string, payload?: JsonObject): void {
    this.#tell(recruitment, day, (hands) => hands.send("company-recruitments", recruitment.id, event, payload));
  }

  #tell(recruitment: Recruitment, day: Day, act: (hands: Hands) => Promise<unknown>): void {
    this.#telling.story.tell({ day, thread: recruitment.thread, who: recruitment.counsellor, act });
  }
}

function needOf(recruitment: Recruitment): JsonObject {
  const { company, occupation, contractType, openings, startOn, counsellor } = recruitment;
  return {
    companyId: company.id,
    title: occupation.label,
    occupation: occupation.code,
    openings,
    contractType,
    startOn,
    assigneeId: counsellor,
  };
}
