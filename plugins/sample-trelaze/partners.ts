import type { JsonObject } from "../../server/plugin-api/index.ts";
import { landline } from "./addresses.ts";
import { isCoached } from "./coaching.ts";
import type { Dice } from "./dice.ts";
import { addDays, after, before, type Day } from "./office-days.ts";
import type { People, Person } from "./people.ts";
import type { Hands } from "./story.ts";
import { idOf, type Telling } from "./telling.ts";

const organisations: readonly (readonly [organisation: string, kind: string, purpose: string])[] = [
  ["Atelier Mobilité du Pays bleu", "association", "mobility"],
  ["Agence France Travail des Ardoisières", "france-travail", "employment"],
  ["Mission locale du Puits", "mission-locale", "training"],
  ["Cap emploi de la Butte", "cap-emploi", "employment"],
  ["Maison des droits des Perreyeurs", "ccas", "finances"],
  ["Les Mots d’abord", "association", "language"],
  ["Crèche des Libellules", "association", "family"],
  ["Chantier d’insertion le Chevalement", "siae", "employment"],
  ["Foyer des Fendeurs", "housing", "housing"],
];
const summaries = [
  "Souhaite passer le permis, budget à monter.",
  "Cherche un cours du soir.",
  "A besoin d’une solution de garde avant de reprendre.",
  "Veut rejoindre un chantier d’insertion.",
  "Dettes de loyer, demande un rendez-vous.",
];
const outcomes = [
  "Permis obtenu.",
  "Cours suivis jusqu’au bout.",
  "Place trouvée.",
  "Dossier monté, aide accordée.",
  "Contrat signé.",
];

/** The partner organisations as records, the one with an account first. */
export function partnerRecords(dice: Dice): readonly JsonObject[] {
  return organisations.map(([organisation, kind]) => ({
    organisation,
    kind,
    territory: "Trélazé et alentours",
    phone: landline(dice),
  }));
}

/** How far a referral goes, how many do, and how many days ago they were made. */
const endings = [
  ["sent", 8, 1, 24],
  ["accepted", 6, 8, 30],
  ["in-progress", 8, 20, 80],
  ["done", 26, 90, 500],
  ["refused", 6, 30, 400],
  ["expired", 5, 40, 400],
] as const;

/** Tells who is referred to whom, and what the partners answer. */
export function tellReferrals(telling: Telling, people: People, partnerIds: readonly string[]): void {
  const { dice, today } = telling;
  for (const [ending, count, least, most] of endings) {
    for (let n = 0; n < count; n += 1) {
      const day = before(today, dice.int(least, most));
      const free = people.all.filter(
        (each) => each.data["agreementToShare"] !== undefined && isCoached(each, day, addDays(day, 1)),
      );
      if (free.length > 0)
        tellReferral(telling, {
          person: dice.pick(free),
          day,
          ending,
          partner: n % organisations.length,
          partnerIds,
          thread: `referral ${ending} ${n}`,
        });
    }
  }
}

interface ReferralPlan {
  readonly person: Person;
  readonly day: Day;
  readonly ending: (typeof endings)[number][0];
  /** Which of the organisations. */
  readonly partner: number;
  readonly partnerIds: readonly string[];
  readonly thread: string;
}

function tellReferral({ story, dice, staff }: Telling, plan: ReferralPlan): void {
  const { person, day, ending, thread } = plan;
  const answers = plan.partner === 0 ? staff.partner : person.counsellor;
  const purpose = organisations[plan.partner]?.[2] ?? "other";
  const summary = dice.pick(summaries);
  let id = "";
  const make = async (hands: Hands) => {
    const data = {
      seekerId: person.id,
      journeyId: person.journeyId,
      partnerId: plan.partnerIds[plan.partner] ?? "",
      purpose,
      summary,
    };
    id = idOf(await hands.create("referrals", { ...data, assigneeId: person.counsellor }));
  };
  story.tell({ day, thread, who: person.counsellor, act: make });
  const answer = (on: Day, event: string, payload?: JsonObject) =>
    story.tell({ day: on, thread, who: answers, act: (hands) => hands.send("referrals", id, event, payload) });
  const answeredOn = after(day, dice.int(2, 6));
  if (ending === "sent" || ending === "expired") return;
  if (ending === "refused") {
    answer(answeredOn, "REFUSE", { refusalReason: dice.pick(["not-eligible", "no-place", "already-known"]) });
    return;
  }
  answer(answeredOn, "ACCEPT", { appointmentOn: after(answeredOn, dice.int(2, 9)) });
  if (ending === "accepted") return;
  answer(after(answeredOn, 6), "START");
  if (ending === "done") answer(after(answeredOn, dice.int(20, 70)), "COMPLETE", { outcome: dice.pick(outcomes) });
}
