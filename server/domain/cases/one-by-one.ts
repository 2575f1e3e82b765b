import type { Json, JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { DomainError } from "../domain-error.ts";
import { readableType } from "../records/find-type.ts";
import { conditionsFor } from "../records/lists/list-records.ts";
import type { RecordAddress } from "../records/load-record.ts";
import { displayNames } from "../records/naming/display-names.ts";
import { isJsonObject } from "../records/value-at.ts";
import { visibleRecords } from "../records/visible-records.ts";
import { tooManyCases } from "./case-errors.ts";

/** What became of one of many: the record after it, or what it was refused for, by the name that it is known by. */
export type DoneToOne = RecordAddress &
  ({ readonly record: JsonObject } | { readonly error: DomainError; readonly displayName: string });

/** Many at once: how many there are, and what becomes of them, group by group in their order, as they are done. */
export interface Bulk {
  readonly total: number;
  readonly results: AsyncIterable<readonly DoneToOne[]>;
}

/** The most records that one request changes. */
export const mostAtOnce = 10_000;

const atOnce = 64;

/** Does the same to each record, with its own refusals: one that is refused stops no other. */
export function oneByOne(
  office: Office,
  caller: Caller,
  work: { readonly addresses: readonly RecordAddress[]; readonly act: (address: RecordAddress) => Promise<JsonObject> },
): Bulk {
  return { total: work.addresses.length, results: groups(office, caller, work) };
}

async function* groups(office: Office, caller: Caller, { addresses, act }: Parameters<typeof oneByOne>[2]) {
  for (let start = 0; start < addresses.length; start += atOnce) {
    const group = addresses.slice(start, start + atOnce);
    const done = await Promise.all(group.map(async (address) => ({ ...address, ...(await outcome(act(address))) })));
    const refused = done.filter((one) => "error" in one);
    const names = refused.length === 0 ? new Map<string, string>() : await namesOf(office, caller, refused);
    yield done.map((one): DoneToOne => ("error" in one ? { ...one, displayName: names.get(one.id) ?? one.id } : one));
  }
}

async function outcome(acted: Promise<JsonObject>) {
  try {
    return { record: await acted };
  } catch (error) {
    if (error instanceof DomainError) return { error };
    throw error;
  }
}

async function namesOf(office: Office, caller: Caller, addresses: readonly RecordAddress[]) {
  const idsOfType = new Map<string, Set<string>>();
  for (const { type, id } of addresses) idsOfType.set(type, (idsOfType.get(type) ?? new Set()).add(id));
  return displayNames(office, caller, await visibleRecords(office, caller, idsOfType));
}

/** The key of what a keyed request does to one of many. */
export function keyForOne(key: string | undefined, id: string): { readonly key?: string } {
  return key === undefined ? {} : { key: `${key}/${id}` };
}

/** What was found, after what a request with that key was carried out for before: that may not be found any more. */
export async function foundOrDone(
  office: Office,
  caller: Caller,
  { found, key }: { readonly found: readonly RecordAddress[]; readonly key: string | undefined },
): Promise<readonly RecordAddress[]> {
  if (key === undefined) return found;
  const done = await office.committer.answeredOneByOne(caller.principal.id, key);
  const before = done.map(({ type, recordId: id }) => ({ type, id }));
  const ids = new Set(before.map(({ id }) => id));
  return [...before, ...found.filter(({ id }) => !ids.has(id))];
}

/**
 * The records that a bulk request is about: those of its `ids`, or all that its `filter` finds for the caller, and has
 * found when it came before with the same key.
 *
 * @throws DomainError `unknown-type`, `may-not-read`, `too-many-cases`, 400 naming the filter's key.
 */
export async function addressedIn(
  office: Office,
  caller: Caller,
  { type: typeId, body, key }: { readonly type: string; readonly body: unknown; readonly key?: string | undefined },
): Promise<readonly RecordAddress[]> {
  const type = readableType(office, caller, typeId);
  if (!isJsonObject(body)) throw tooManyCases(mostAtOnce);
  if (body["filter"] !== undefined) return found(body["filter"]);
  const { ids } = body;
  const isList = Array.isArray(ids) && ids.every((id): id is string => typeof id === "string");
  if (!isList || ids.length === 0 || ids.length > mostAtOnce) throw tooManyCases(mostAtOnce);
  return ids.map((id) => ({ type: typeId, id }));

  async function found(filter: Json): Promise<readonly RecordAddress[]> {
    const where = conditionsFor(office, caller, { type, filter });
    const { rows } = await office.reader.list({ type: typeId, where, sort: [], offset: 0, limit: mostAtOnce + 1 });
    const now = rows.map(({ record }) => ({ type: typeId, id: record.id }));
    const all = await foundOrDone(office, caller, { found: now, key });
    const ofType = all.filter((address) => address.type === typeId);
    if (ofType.length === 0 || ofType.length > mostAtOnce) throw tooManyCases(mostAtOnce);
    return ofType;
  }
}
