import { flattenRecord } from "../../engine/execution/flatten-record.ts";
import type { Match } from "../../plugin-api/contributions/index.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { readsWhole } from "../records/flatten.ts";
import { displayNames } from "../records/naming/display-names.ts";
import { unknownRecord } from "../records/record-errors.ts";
import { visibleRecords } from "../records/visible-records.ts";
import { matchesForbidden, noMatcher, wrongLimit } from "./matching-errors.ts";
import type { OfficeMatcher, OfficeMatchers } from "./office-matcher.ts";

/** The record that matches are sought for. */
export interface FindMatchesInput {
  readonly plugins: OfficeMatchers;
  readonly type: string;
  readonly id: string;
  /** 1 to 100; 20 without it. */
  readonly limit?: number;
}

/** One candidate, with the name that its reader knows it by and the matcher that found it. */
export interface FoundMatch extends Match {
  readonly type: string;
  readonly displayName: string;
  readonly matcher: string;
}

const usualLimit = 20;
const largestLimit = 100;

/**
 * The records that suit this one best, each with its reasons, best first. Reasons tell of the records that both sides
 * refer to, so only those who may read all of them may ask.
 * @throws DomainError `no-matcher`, `unknown-record`, `matches-forbidden`, `wrong-limit`, `plugin-unavailable`.
 */
export async function findMatches(
  office: Office,
  caller: Caller,
  { plugins, type, id, limit = usualLimit }: FindMatchesInput,
): Promise<readonly FoundMatch[]> {
  const matchers = plugins.matchers().filter((matcher) => matcher.for === type);
  if (matchers.length === 0 || !office.registry.type(type)) throw noMatcher(type);
  if (!caller.rights.may("read", type)) throw matchesForbidden();
  const [record] = await visibleRecords(office, caller, new Map([[type, new Set([id])]]));
  if (record?.type !== type) throw unknownRecord(type, id);
  if (!matchers.every(({ candidates }) => readsAll(office, caller, [type, candidates]))) throw matchesForbidden();
  if (!Number.isInteger(limit) || limit < 1 || limit > largestLimit) throw wrongLimit();

  const asked = flattenRecord(record);
  const answers = await Promise.all(
    matchers.map(async (matcher) => {
      const wanted = isScoped(caller, matcher) ? largestLimit : limit;
      return readable(office, caller, { matcher, matches: await matcher.match(asked, wanted, caller) });
    }),
  );
  return answers
    .flat()
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

/** Whether the caller reads every field of these types and of the ones that they refer to. */
function readsAll(office: Office, { rights }: Caller, ids: readonly string[]): boolean {
  const referred = ids.flatMap((id) => office.registry.type(id)?.references.map((reference) => reference.type) ?? []);
  return [...new Set([...ids, ...referred])].every((id) => {
    const type = office.registry.type(id);
    return type === undefined || (rights.may("read", id) && readsWhole(type, rights));
  });
}

const isScoped = ({ rights }: Caller, { candidates }: OfficeMatcher) => rights.scope(candidates).length > 0;

/** The matches that the caller may read, named. A candidate that was deleted since is left out. */
async function readable(
  office: Office,
  caller: Caller,
  { matcher, matches }: { readonly matcher: OfficeMatcher; readonly matches: readonly Match[] },
): Promise<readonly FoundMatch[]> {
  const ids = new Set(matches.map((match) => match.id));
  const records = await visibleRecords(office, caller, new Map([[matcher.candidates, ids]]));
  const names = await displayNames(office, caller, records);
  return matches.flatMap((match) => {
    const displayName = names.get(match.id);
    if (displayName === undefined) return [];
    return [{ ...match, type: matcher.candidates, displayName, matcher: matcher.id }];
  });
}
