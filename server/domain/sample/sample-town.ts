import { localDay } from "../../engine/time/calendar.ts";
import type { SampleTown } from "../../plugin-api/contributions/index.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import { sendEvent } from "../cases/send-event.ts";
import { type Caller, callerOf, engineCaller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { SettableClock } from "../changes/settable-clock.ts";
import { DomainError } from "../domain-error.ts";
import { createRecord } from "../records/create-record.ts";
import { listRecords } from "../records/lists/list-records.ts";
import { updateRecord } from "../records/update-record.ts";
import { moveClock } from "../timers/move-clock.ts";
import { addUser } from "../users/invite-user.ts";
import type { People } from "../users/people.ts";

/** The office that a sample is loaded into. */
export interface SampleOptions {
  /** Works on `clock`; its background is not running. */
  readonly office: Office;
  readonly people: People;
  readonly clock: SettableClock;
  /** The instant that the sample ends at. UTC ISO-8601. */
  readonly now: string;
  readonly progress: (done: number, of: number) => void;
}

const seed = 20_150_901;
const groupSize = 64;

/** The town that a sample tells its story to: every step goes the way of any other change, on a clock that it sets. */
export function createSampleTown(options: SampleOptions): SampleTown & { readonly userIds: readonly string[] } {
  const { office, people, clock, now } = options;
  const callers = new Map<string, Caller>();
  let caller = engineCaller(office);
  return {
    now,
    today: localDay(now, office.registry.office().timeZone),
    random: randomFrom(seed),
    progress: options.progress,
    get userIds() {
      return [...callers.keys()];
    },
    moveClock: (to) => moveClock(office, clock, to),
    async user({ password, ...invitation }) {
      const { id, name, roles, fields } = await addUser(people, invitation, password);
      callers.set(id, callerOf(office, { id, name, roles, fields, kind: "person" }, caller.language));
      return id;
    },
    actAs(userId) {
      const known = callers.get(userId);
      if (!known) throw new Error(`The sample has no user ${userId}`);
      caller = known;
    },
    create: (type, data) => telling(`create ${type}`, createRecord(office, caller, { type, data })),
    async createMany(type, data) {
      const made: JsonObject[] = [];
      for (let start = 0; start < data.length; start += groupSize) {
        const group = data.slice(start, start + groupSize);
        made.push(...(await Promise.all(group.map((each) => this.create(type, each)))));
      }
      return made;
    },
    update: (type, id, data) => telling(`update ${type}`, updateRecord(office, caller, { type, id, data })),
    send: (type, id, event, payload = {}) =>
      telling(`send ${event} to ${type}`, sendEvent(office, caller, { type, id, body: { type: event, payload } })),
    async list(type, query = {}) {
      const { filter, sort, limit = 1000, offset = 0 } = query;
      const range = [offset, offset + limit - 1];
      return (await listRecords(office, engineCaller(office), { type, filter, sort, range })).rows;
    },
  };
}

/** A refusal is a mistake in the sample: the error tells what it tried, and why it was refused. */
async function telling(what: string, work: Promise<JsonObject>): Promise<JsonObject> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { message, errors = {}, reasons = [] } = error.details;
    throw new Error(`${what}: ${JSON.stringify({ message, errors, reasons })}`, { cause: error });
  }
}

/** Mulberry32: 0 ≤ n < 1, the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
