import type { StoredRecord } from "../../../engine/execution/case.ts";
import type { Effect } from "../../../engine/execution/decision.ts";
import { after } from "../../changes/instants.ts";
import type { Office } from "../../changes/office.ts";
import type { DueEffect } from "../../changes/work-queue.ts";
import type { PublishedType } from "../../definitions/published-type.ts";
import { searchEntriesOf } from "../search-index-entry.ts";
import { deepestReference } from "./display-names.ts";
import { namingFields, namingReferences } from "./naming-fields.ts";

/** The effect of a new name, or of an erasure, on what other records are sorted and found by. */
export const refreshNamesEffect = "refresh-names";

/** Nobody works longer, in seconds, on a change that was begun before and still holds the old name. */
const longestPlanning = 60;

/** What a change of these fields leaves to be done: nothing where the record is called as before. */
export function refreshRenamed(
  office: Pick<Office, "registry">,
  type: PublishedType,
  { after: { id, version, updatedAt }, changes }: { readonly after: StoredRecord; readonly changes: object },
): readonly Effect[] {
  const named = namingFields(type);
  const isRenamed = Object.keys(changes).some((field) => named.has(field));
  return isRenamed ? refreshNamesOf(office, { id, type: type.id, version }, updatedAt) : [];
}

/** What taking a name away leaves to be done, by the version after it; nothing where no type is called after such records. */
export function refreshNamesOf(
  { registry }: Pick<Office, "registry">,
  { id, type, version }: Pick<StoredRecord, "id" | "type" | "version">,
  at: string,
): readonly Effect[] {
  const isNamedAfter = registry.types().some((each) => namingReferences(each).some(({ type: to }) => to === type));
  return isNamedAfter ? [{ type: refreshNamesEffect, params: { at }, key: `${id}/${version}/names` }] : [];
}

/**
 * Writes the display names, sort keys and search words of the records that are called after it again, and of
 * those that are called after these. Twice: at once, and when whoever was changing one of them meanwhile has finished.
 */
export async function refreshNames(office: Office, { key, recordId, params }: DueEffect): Promise<void> {
  const called = (await office.reader.getMany(await recordsCalledAfter(office, recordId))).map(({ record }) => record);
  await office.searchIndex.rewrite(called, await searchEntriesOf(office)(called));
  for (const { type, id, version } of called) office.live.changed({ type, id, version, deleted: false });
  const again = after(String(params["at"]), longestPlanning);
  if (office.clock.now() >= again) return office.queue.settleEffect(key);
  await office.queue.retryLater({ source: "effect", key }, again, "second-look");
  office.effects.wake(again);
}

/** As far as names reach: a case may be called after a case that is called after a record. */
async function recordsCalledAfter({ reader, registry }: Office, id: string): Promise<readonly string[]> {
  const called = new Set<string>();
  let near: readonly string[] = [id];
  for (let step = 0; step < deepestReference && near.length > 0; step += 1) {
    const links = (await Promise.all(near.map((each) => reader.links(each)))).flat();
    const named = links.filter((link) => {
      const type = link.direction === "from" ? registry.type(link.type) : undefined;
      return type !== undefined && namingReferences(type).some(({ field }) => field === link.field);
    });
    near = [...new Set(named.map((link) => link.id))].filter((each) => !called.has(each));
    for (const each of near) called.add(each);
  }
  return [...called];
}
