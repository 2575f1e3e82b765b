import type { Caller } from "../../domain/changes/caller.ts";
import type { Office } from "../../domain/changes/office.ts";
import { displayNames } from "../../domain/records/naming/display-names.ts";
import { visibleRecords } from "../../domain/records/visible-records.ts";
import type { ReadOf } from "./record-reads.ts";

/** What records are called, by id; those are left out that are gone, or that the caller may not read. */
export async function namesOf(
  office: Office,
  caller: Caller,
  records: readonly ReadOf[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, Set<string>>();
  for (const { type, id } of records) ids.set(type, (ids.get(type) ?? new Set()).add(id));
  return displayNames(office, caller, await visibleRecords(office, caller, ids));
}
