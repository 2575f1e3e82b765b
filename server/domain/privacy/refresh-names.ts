import type { StoredRecord } from "../../engine/execution/case.ts";
import type { Effect } from "../../engine/execution/decision.ts";
import { after } from "../changes/instants.ts";
import type { Office } from "../changes/office.ts";
import type { DueEffect } from "../changes/work-queue.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { deepestReference } from "../records/naming/display-names.ts";
import { templateFields } from "../records/naming/display-template.ts";
import { searchEntriesOf } from "../records/search-index-entry.ts";

/** The effect of an erasure that takes the name out of what other records are sorted and found by. */
export const refreshNamesEffect = "refresh-names";

/** Nobody works longer, in seconds, on a change that was begun before an erasure and still holds the name. */
const longestPlanning = 60;

/** What erasing a record leaves to be done, by the version after it; nothing where no type is called after such records. */
export function refreshNamesOf(
  { registry }: Pick<Office, "registry">,
  { id, type, version }: Pick<StoredRecord, "id" | "type" | "version">,
  erasedAt: string,
): readonly Effect[] {
  const isNamedAfter = registry.types().some((each) => namingFields(each).some(({ type: to }) => to === type));
  return isNamedAfter ? [{ type: refreshNamesEffect, params: { erasedAt }, key: `${id}/${version}/0` }] : [];
}

/**
 * Writes the display names, sort keys and search words of the records that are called after an erased one again, and of
 * those that are called after these. Twice: at once, and when whoever was changing one of them meanwhile has finished.
 */
export async function refreshNames(office: Office, { key, recordId, params }: DueEffect): Promise<void> {
  const called = (await office.reader.getMany(await recordsCalledAfter(office, recordId))).map(({ record }) => record);
  await office.searchIndex.rewrite(called, await searchEntriesOf(office)(called));
  for (const { type, id, version } of called) office.live.changed({ type, id, version, deleted: false });
  const again = after(String(params["erasedAt"]), longestPlanning);
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
      return type !== undefined && namingFields(type).some(({ field }) => field === link.field);
    });
    near = [...new Set(named.map((link) => link.id))].filter((each) => !called.has(each));
    for (const each of near) called.add(each);
  }
  return [...called];
}

/** The references that records of the type are called after. */
function namingFields({ display, references }: PublishedType): PublishedType["references"] {
  const named = new Set(templateFields(display));
  return references.filter(({ field }) => named.has(field));
}
