import { freeing } from "./type-names.ts";

/** A drop-in session as its list answers it. Times are local: `09:00`. */
export interface Session {
  readonly id: string;
  readonly place: string;
  /** Local day, ISO. */
  readonly date: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly counsellor?: string;
  readonly slotMinutes?: number;
  /** How many appointments it can take; as many as it has slots without it. */
  readonly capacity?: number;
  /** Appointments at the same time; one without it. The rule of the workflow says the same. */
  readonly perSlot?: number;
}

/** Someone who comes, or is to come. */
export interface Visit {
  readonly id: string;
  readonly version: number;
  readonly displayName: string;
  readonly stage: string;
  readonly permanenceId?: string;
  readonly seekerId?: string;
  readonly visitorName?: string;
  readonly walkIn?: boolean;
  readonly slotAt?: string;
  readonly purpose?: string;
  /** UTC ISO-8601. */
  readonly arrivedAt?: string;
  readonly calledAt?: string;
  readonly endedAt?: string;
}

/** A time of a session, with those who come at it. */
export interface Slot {
  readonly at: string;
  readonly visits: readonly Visit[];
  /** Another appointment fits in. */
  readonly free: boolean;
}

const usualMinutes = 30;

/** The slots of a session with those who booked them; a time of its own that an appointment was given is one too. */
export function slotsOf(session: Session, visits: readonly Visit[]): readonly Slot[] {
  const booked = appointments(session, visits);
  const times = timesOf(session);
  const capacity = session.capacity ?? times.length;
  const { perSlot = 1 } = session;
  const odd = booked.flatMap(({ slotAt }) => (slotAt !== undefined && !times.includes(slotAt) ? [slotAt] : []));
  return [...new Set([...times, ...odd])].sort().map((at) => {
    const here = booked.filter(({ slotAt }) => slotAt === at);
    return { at, visits: here, free: booked.length < capacity && here.length < perSlot };
  });
}

/** The appointments of a session that stand. */
export function appointments(session: Pick<Session, "id">, visits: readonly Visit[]): readonly Visit[] {
  return visits.filter(
    ({ permanenceId, walkIn, stage }) => permanenceId === session.id && walkIn !== true && !freeing.includes(stage),
  );
}

function timesOf({ startsAt, endsAt, slotMinutes = usualMinutes }: Session): readonly string[] {
  const times: string[] = [];
  for (let at = minutesOf(startsAt); at + slotMinutes <= minutesOf(endsAt); at += slotMinutes) times.push(timeOf(at));
  return times;
}

/** Minutes since midnight of `09:30`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
