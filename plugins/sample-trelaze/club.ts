import type { Company } from "./companies.ts";
import { addDays, addMonths, before, type Day } from "./office-days.ts";
import type { Telling } from "./telling.ts";

const meetings: readonly (readonly [title: string, place: string, monthsAgo: number])[] = [
  ["Petit déjeuner du Club : recruter sans CV", "Hôtel de ville", 17],
  ["Visite de l’atelier d’insertion", "Chantier du Chevalement", 14],
  ["Soirée des mécènes du festival", "Parc des arènes", 12],
  ["Rencontre entreprises et habitants du Grand Bellevue", "Maison de projet", 9],
  ["Petit déjeuner du Club : les contrats aidés", "Hôtel de ville", 6],
  ["Forum de l’emploi saisonnier", "Salle des sports", 4],
  ["Petit déjeuner du Club : accueillir un stagiaire", "Hôtel de ville", 1],
];

/** Tells the meetings of the club, one of them still to come. */
export function tellClub({ story, dice, today, staff }: Telling, companies: readonly Company[]): void {
  const [organiser = ""] = staff.counsellors;
  const tell = (title: string, place: string, date: Day) => {
    const isPast = date < today;
    const invitedIds = dice.some(companies, dice.int(30, 60)).map(({ id }) => id);
    const attended = isPast ? { attendedIds: dice.some(invitedIds, dice.int(8, 25)) } : {};
    story.tell({
      day: isPast ? date : before(today, 6),
      thread: `club ${date}`,
      who: organiser,
      act: (hands) => hands.create("club-events", { title, place, date, invitedIds, ...attended }),
    });
  };
  for (const [title, place, monthsAgo] of meetings)
    tell(title, place, before(addMonths(today, -monthsAgo), dice.int(0, 9)));
  tell("Soirée de lancement du festival", "Parc des arènes", addDays(today, 24));
}
