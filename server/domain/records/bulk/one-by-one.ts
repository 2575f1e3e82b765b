import type { JsonObject } from "../../../plugin-api/json.ts";
import type { Caller } from "../../changes/caller.ts";
import type { Office } from "../../changes/office.ts";
import { DomainError } from "../../domain-error.ts";
import { failureOf } from "../../incidents/failure-of.ts";
import type { RecordAddress } from "../load-record.ts";
import { displayNames } from "../naming/display-names.ts";
import { visibleRecords } from "../visible-records.ts";
import { brokeAlone } from "./bulk-errors.ts";

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

/** Does the same to each record, with its own refusals: one that is refused, or breaks, stops no other. */
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
    const done = await Promise.all(
      group.map(async (address) => ({ ...address, ...(await outcome(office, address, act)) })),
    );
    const refused = done.filter((one) => "error" in one);
    const names = refused.length === 0 ? new Map<string, string>() : await namesOf(office, caller, refused);
    yield done.map((one): DoneToOne => ("error" in one ? { ...one, displayName: names.get(one.id) ?? one.id } : one));
  }
}

async function outcome(office: Office, address: RecordAddress, act: (address: RecordAddress) => Promise<JsonObject>) {
  try {
    return { record: await act(address) };
  } catch (error) {
    if (error instanceof DomainError) return { error };
    const { code, message } = failureOf(error);
    office.log("One of many broke, the others go on", {
      type: address.type,
      record: address.id,
      code,
      error: message.en,
    });
    return { error: brokeAlone(error) };
  }
}

async function namesOf(office: Office, caller: Caller, addresses: readonly RecordAddress[]) {
  const idsOfType = new Map<string, Set<string>>();
  for (const { type, id } of addresses) idsOfType.set(type, (idsOfType.get(type) ?? new Set()).add(id));
  return displayNames(office, caller, await visibleRecords(office, caller, idsOfType));
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
