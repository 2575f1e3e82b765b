import type { JsonObject, RecordAccess } from "../../../server/plugin-api/index.ts";
import { domainOf } from "../directory/occupation-graph.ts";
import { textOf } from "../reading/json-fields.ts";
import { type Person, readPerson } from "../reading/person.ts";
import type { Reading } from "../reading/reading.ts";
import { isSearching, types } from "../type-names.ts";
import { createFollower, type Follower } from "./follower.ts";

/** A journey that may be proposed, with the person whose it is. */
export interface Candidate {
  readonly id: string;
  readonly person: Person;
}

/**
 * Everyone who is looking for work, in memory, found by the occupation that they seek. Kept fresh by what changed
 * since it was last asked.
 */
export interface PeopleIndex {
  refresh(): Promise<void>;
  seeking(code: string): Iterable<Candidate>;
  /** Those who named no occupation. */
  undecided(): Iterable<Candidate>;
  everyone(): Iterable<Candidate>;
  /** Codes of that professional domain that someone seeks. */
  codesOf(domain: string): Iterable<string>;
}

const noCode = "";

/** An index of nobody yet: the first refresh reads everyone. */
export function createPeopleIndex(records: RecordAccess, reading: Reading): PeopleIndex {
  return new FollowedPeople(records, reading);
}

class FollowedPeople implements PeopleIndex {
  readonly #records: RecordAccess;
  readonly #reading: Reading;
  readonly #journeys: Follower;
  readonly #seekers: Follower;
  readonly #candidates = new Map<string, Candidate>();
  readonly #seekerOf = new Map<string, string>();
  readonly #journeysOf = new Map<string, Set<string>>();
  readonly #people = new Map<string, Person>();
  readonly #postings = new Map<string, Set<Candidate>>();
  readonly #domains = new Map<string, Set<string>>();
  /** People whose journey was opened since their file last changed. */
  readonly #unread = new Set<string>();

  constructor(records: RecordAccess, reading: Reading) {
    this.#records = records;
    this.#reading = reading;
    const active = { filter: { status: "active" }, apply: (journey: JsonObject) => this.#follow(journey) };
    this.#journeys = createFollower(records, types.journeys, active);
    const all = { filter: {}, apply: (seeker: JsonObject) => this.#read(seeker) };
    this.#seekers = createFollower(records, types.seekers, all);
  }

  async refresh(): Promise<void> {
    await this.#journeys.refresh();
    await this.#seekers.refresh();
    await this.#readUnread();
  }

  seeking(code: string): Iterable<Candidate> {
    return this.#postings.get(code) ?? [];
  }

  undecided(): Iterable<Candidate> {
    return this.#postings.get(noCode) ?? [];
  }

  everyone(): Iterable<Candidate> {
    return this.#candidates.values();
  }

  codesOf(domain: string): Iterable<string> {
    return this.#domains.get(domain) ?? [];
  }

  #place(journeyId: string, person: Person): void {
    const candidate: Candidate = { id: journeyId, person };
    this.#candidates.set(journeyId, candidate);
    for (const code of codesOf(person)) {
      added(this.#postings, code, candidate);
      added(this.#domains, domainOf(code), code);
    }
  }

  #displace(journeyId: string): void {
    const candidate = this.#candidates.get(journeyId);
    if (!candidate) return;
    this.#candidates.delete(journeyId);
    for (const code of codesOf(candidate.person)) this.#postings.get(code)?.delete(candidate);
  }

  #follow(journey: JsonObject): void {
    const id = textOf(journey, "id");
    this.#forget(id);
    const seekerId = textOf(journey, "seekerId");
    if (journey["deleted"] === true || !isSearching(textOf(journey, "stage"), textOf(journey, "status"))) return;
    this.#seekerOf.set(id, seekerId);
    added(this.#journeysOf, seekerId, id);
    const person = this.#people.get(seekerId);
    if (person) this.#place(id, person);
    else this.#unread.add(seekerId);
  }

  #forget(journeyId: string): void {
    this.#displace(journeyId);
    const seekerId = this.#seekerOf.get(journeyId);
    if (seekerId === undefined) return;
    this.#seekerOf.delete(journeyId);
    const others = this.#journeysOf.get(seekerId);
    others?.delete(journeyId);
    if (others?.size !== 0) return;
    this.#journeysOf.delete(seekerId);
    this.#people.delete(seekerId);
  }

  #read(seeker: JsonObject): void {
    const id = textOf(seeker, "id");
    const journeys = this.#journeysOf.get(id) ?? [];
    for (const journeyId of journeys) this.#displace(journeyId);
    this.#people.delete(id);
    this.#unread.delete(id);
    if (seeker["deleted"] === true || !this.#journeysOf.has(id)) return;
    const person = readPerson(seeker, this.#reading);
    this.#people.set(id, person);
    for (const journeyId of journeys) this.#place(journeyId, person);
  }

  async #readUnread(): Promise<void> {
    const ids = [...this.#unread];
    for (let n = 0; n < ids.length; n += batch) {
      for (const seeker of await this.#records.list(types.seekers, { filter: { id: ids.slice(n, n + batch) } }))
        this.#read(seeker);
    }
    for (const id of ids) this.#unread.delete(id);
  }
}

const batch = 500;

function codesOf({ occupations }: Person): readonly string[] {
  return occupations.length === 0 ? [noCode] : occupations.map(({ code }) => code);
}

function added<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const known = sets.get(key);
  if (known) known.add(value);
  else sets.set(key, new Set([value]));
}
