import { isCase } from "../../engine/execution/flatten-record.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { readableField } from "./lists/filter-key.ts";
import { loadRecord, type RecordAddress } from "./load-record.ts";
import { displayNames } from "./naming/display-names.ts";
import type { Link } from "./record-reader.ts";
import { visibleRecords } from "./visible-records.ts";

/**
 * The records that this one refers to and those that refer to it, as far as the caller may read them:
 * `{direction, field, type, id, displayName, stage?, status?}`.
 *
 * @throws DomainError `unknown-type`, `may-not-read`, `unknown-record`.
 */
export async function recordLinks(
  office: Office,
  caller: Caller,
  address: RecordAddress,
): Promise<readonly JsonObject[]> {
  const { type, record } = await loadRecord(office, caller, address);
  const links = (await office.reader.links(record.id)).filter((link) => {
    const holder = link.direction === "to" ? type : office.registry.type(link.type);
    return holder !== undefined && readableField(holder, caller.rights, link.field) !== null;
  });
  const visible = await visibleRecords(office, caller, idsByType(links));
  const names = await displayNames(office, caller, visible);
  const byId = new Map(visible.map((each) => [each.id, each]));
  return links.flatMap(({ direction, field, type: to, id }) => {
    const linked = byId.get(id);
    if (linked === undefined) return [];
    const stage = isCase(linked) ? { stage: linked.stage, status: linked.status } : {};
    return [{ direction, field, type: to, id, displayName: names.get(id) ?? "", ...stage }];
  });
}

function idsByType(links: readonly Link[]): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Map<string, Set<string>>();
  for (const { type, id } of links) ids.set(type, (ids.get(type) ?? new Set()).add(id));
  return ids;
}
