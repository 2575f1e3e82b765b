import type { JsonObject } from "../../server/plugin-api/index.ts";
import { addDays, before, type Day, weekday, workday } from "./office-days.ts";
import { forever, type People, type Person } from "./people.ts";
import type { Hands } from "./story.ts";
import { idOf, type Telling } from "./telling.ts";

/** A drop-in session; `id` is known once it is made. */
interface Session {
  readonly date: Day;
  readonly counsellor: string;
  id: string;
}

type VisitEnd = "booked" | "waiting" | "with-advisor" | "done" | "no-show" | "late" | "left" | "excused" | "cancelled";

const places = ["Maison de projet du Grand Bellevue", "Hôtel de ville"];
const purposes = [
  ["follow-up", 38],
  ["first", 16],
  ["offer", 16],
  ["cv", 14],
  ["paperwork", 10],
  ["information", 6],
] as const;
const outcomes = [
  ["coached", 40],
  ["informed", 25],
  ["appointment", 15],
  ["proposed", 12],
  ["referred", 8],
] as const;
const pastEnds = [
  ["done", 72],
  ["no-show", 11],
  ["late", 4],
  ["left", 5],
  ["excused", 5],
  ["cancelled", 3],
] as const;
const todaysEnds: readonly VisitEnd[] = [
  "done",
  "done",
  "with-advisor",
  "waiting",
  "waiting",
  "booked",
  "booked",
  "no-show",
  "excused",
  "left",
];
const slots = ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"];

/** Tells the weekly sessions, the one of today and those to come, with everyone who passes. */
export class Permanences {
  readonly #telling: Telling;
  readonly #people: People;
  #visits = 0;

  constructor(telling: Telling, people: People) {
    this.#telling = telling;
    this.#people = people;
  }

  tell(): void {
    const { begins, today } = this.#telling;
    const weekly = thursdays(addDays(begins, 21), addDays(today, 21)).filter((date) => date === workday(date));
    for (const date of new Set([...weekly, today])) this.#tellSession(date);
  }

  #tellSession(date: Day): void {
    const { dice, today, staff } = this.#telling;
    const session: Session = { date, counsellor: dice.pick(staff.counsellors), id: "" };
    this.#open(session);
    const ends =
      date === today
        ? todaysEnds
        : Array.from({ length: dice.int(2, 5) }, () => (date > today ? "booked" : dice.weighted<VisitEnd>(pastEnds)));
    for (const [n, end] of ends.entries()) this.#tellVisit(session, end, slots[n % slots.length] ?? "09:00");
  }

  /** Sessions are written down some days ahead, those to come by today. */
  #open(session: Session): void {
    const { story, today } = this.#telling;
    story.tell({
      day: earlier(before(session.date, 14), before(today, 7)),
      thread: `permanence ${session.date}`,
      who: session.counsellor,
      act: async (hands) => {
        const { date, counsellor } = session;
        const place = places[counsellor === this.#telling.staff.counsellors[0] ? 0 : 1] ?? "";
        session.id = idOf(
          await hands.create("permanences", {
            date,
            counsellor,
            place,
            startsAt: "09:00",
            endsAt: "12:00",
            slotMinutes: 30,
            capacity: 8,
            perSlot: 2,
          }),
        );
      },
    });
  }

  #tellVisit(session: Session, end: VisitEnd, slotAt: string): void {
    const { dice, today, story, staff } = this.#telling;
    this.#visits += 1;
    const isBooked =
      end !== "left" && (end !== "done" || dice.chance(0.7)) && end !== "waiting" && end !== "with-advisor";
    const bookedOn = isBooked ? earlier(before(session.date, dice.int(1, 6)), before(today, 0)) : session.date;
    const thread = `visit ${this.#visits}`;
    const visitor = this.#visitor(session.date, isBooked);
    const visit = { id: "" };
    const tell = (day: Day, who: string, act: (hands: Hands) => Promise<unknown>) =>
      story.tell({ day, thread, who, act });
    const send = (who: string, event: string, payload?: JsonObject) =>
      tell(session.date, who, (hands) => hands.send("visits", visit.id, event, payload));
    const purpose = dice.weighted(purposes);
    tell(bookedOn, staff.reception, async (hands) => {
      const data = { permanenceId: session.id, purpose, ...(isBooked ? { slotAt } : { walkIn: true }) };
      visit.id = idOf(await hands.create("visits", { ...data, ...visitor() }));
    });
    for (const [event, who, payload] of this.#steps(session, end, isBooked)) send(who, event, payload);
  }

  #steps(
    { counsellor }: Session,
    end: VisitEnd,
    isBooked: boolean,
  ): readonly (readonly [event: string, who: string, payload?: JsonObject])[] {
    const { dice, staff } = this.#telling;
    const { reception } = staff;
    const arrives = isBooked ? [["ARRIVE", reception] as const] : [];
    const isSeen = [
      ["CALL", counsellor],
      ["FINISH", counsellor, { outcome: dice.weighted(outcomes), minutes: dice.pick([15, 20, 30]) }],
    ] as const;
    switch (end) {
      case "booked":
        return [];
      case "waiting":
        return arrives;
      case "with-advisor":
        return [...arrives, isSeen[0]];
      case "done":
        return [...arrives, ...isSeen];
      case "late":
        return [["NO_SHOW", reception], ["ARRIVE", reception], ...isSeen];
      case "left":
        return [...arrives, ["LEAVE", reception]];
      case "no-show":
        return [["NO_SHOW", reception]];
      case "excused":
        return [["EXCUSE", reception]];
      case "cancelled":
        return [["CANCEL", reception]];
    }
  }

  /** Someone the office knows by then, most often; a walk-in may be anonymous. */
  #visitor(date: Day, isBooked: boolean): () => JsonObject {
    const { dice } = this.#telling;
    const known = this.#people.all.filter((person) => person.arrivedOn < addDays(date, -13) && isRecent(person, date));
    if (known.length === 0 || (!isBooked && dice.chance(0.45)))
      return () => (dice.chance(0.5) ? { visitorName: "Une personne du quartier" } : {});
    const person = dice.pick(known);
    return () => ({ seekerId: person.id });
  }
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}

function isRecent(person: Person, date: Day): boolean {
  return person.coached.some(
    (period) => period.from < date && date < (period.to === forever ? forever : addDays(period.to, 60)),
  );
}

function thursdays(from: Day, to: Day): readonly Day[] {
  const first = addDays(from, (4 - weekday(from) + 7) % 7);
  const days: Day[] = [];
  for (let day = first; day <= to; day = addDays(day, 7)) days.push(day);
  return days;
}
