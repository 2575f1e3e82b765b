import type { JsonObject, RecordAccess } from "../../../server/plugin-api/index.ts";
import { domainOf } from "../directory/occupation-graph.ts";
import { textOf } from "../reading/json-fields.ts";
import { type Person, readPerson } from "../reading/person.ts";
import type { Reading } from "../reading/reading.ts";
import { isSearching, types } from "../type-names.ts";
import { createFollower } from "./follower.ts";

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

export function createPeopleIndex(records: RecordAccess, reading: Reading): PeopleIndex {
  const candidates = new Map<string, Candidate>();
  const seekerOf = new Map<string, string>();
  const journeysOf = new Map<string, Set<string>>();
  const people = new Map<string, Person>();
  const postings = new Map<string, Set<Candidate>>();
  const domains = new Map<string, Set<string>>();
  const unread = new Set<string>();

  function place(journeyId: string, person: Person): void {
    const candidate: Candidate = { id: journeyId, person };
    candidates.set(journeyId, candidate);
    for (const code of codesOf(person)) {
      added(postings, code, candidate);
      added(domains, domainOf(code), code);
    }
  }

  function displace(journeyId: string): void {
    const candidate = candidates.get(journeyId);
    if (!candidate) return;
    candidates.delete(journeyId);
    for (const code of codesOf(candidate.person)) postings.get(code)?.delete(candidate);
  }

  function follow(journey: JsonObject): void {
    const id = textOf(journey, "id");
    forget(id);
    const seekerId = textOf(journey, "seekerId");
    if (journey["deleted"] === true || !isSearching(textOf(journey, "stage"), textOf(journey, "status"))) return;
    seekerOf.set(id, seekerId);
    added(journeysOf, seekerId, id);
    const person = people.get(seekerId);
    if (person) place(id, person);
    else unread.add(seekerId);
  }

  function forget(journeyId: string): void {
    displace(journeyId);
    const seekerId = seekerOf.get(journeyId);
    if (seekerId === undefined) return;
    seekerOf.delete(journeyId);
    const others = journeysOf.get(seekerId);
    others?.delete(journeyId);
    if (others?.size !== 0) return;
    journeysOf.delete(seekerId);
    people.delete(seekerId);
  }

  function read(seeker: JsonObject): void {
    const id = textOf(seeker, "id");
    const journeys = journeysOf.get(id) ?? [];
    for (const journeyId of journeys) displace(journeyId);
    people.delete(id);
    unread.delete(id);
    if (seeker["deleted"] === true || !journeysOf.has(id)) return;
    const person = readPerson(seeker, reading);
    people.set(id, person);
    for (const journeyId of journeys) place(journeyId, person);
  }

  /** People whose journey was opened since their file last changed. */
  async function readUnread(): Promise<void> {
    const ids = [...unread];
    for (let n = 0; n < ids.length; n += batch) {
      for (const seeker of await records.list(types.seekers, { filter: { id: ids.slice(n, n + batch) } })) read(seeker);
    }
    for (const id of ids) unread.delete(id);
  }

  const journeys = createFollower(records, types.journeys, { filter: { status: "active" }, apply: follow });
  const seekers = createFollower(records, types.seekers, { filter: {}, apply: read });
  return {
    async refresh() {
      await journeys.refresh();
      await seekers.refresh();
      await readUnread();
    },
    seeking: (code) => postings.get(code) ?? [],
    undecided: () => postings.get(noCode) ?? [],
    everyone: () => candidates.values(),
    codesOf: (domain) => domains.get(domain) ?? [],
  };
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
