import { isCase } from "../../engine/execution/flatten-record.ts";
import { words } from "../../engine/schema/fold.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { displayNames } from "./display-names.ts";
import { conditionsFor } from "./list-records.ts";
import type { LabelledRecord } from "./record-reader.ts";

const mostFound = 20;

/**
 * Records of every type that the caller may read and whose words begin with all of the words asked for, at most 20:
 * `{type, id, displayName, stage?}`. Records come before the cases about them, open cases before closed ones.
 */
export async function searchEverything(office: Office, caller: Caller, q: string): Promise<readonly JsonObject[]> {
  if (words(q).length === 0) return [];
  const types = office.registry.types().filter((type) => caller.rights.may("read", type.id));
  const found = (await Promise.all(types.map((type) => searchType(office, caller, { type, q })))).flat();
  const best = found
    .map(({ record }) => record)
    .sort((left, right) => rank(left) - rank(right))
    .slice(0, mostFound);
  const names = await displayNames(office, caller, best);
  return best.map((record) => ({
    type: record.type,
    id: record.id,
    displayName: names.get(record.id) ?? "",
    ...(isCase(record) ? { stage: record.stage } : {}),
  }));
}

function rank(record: LabelledRecord["record"]): number {
  if (!isCase(record)) return 0;
  return record.status === "active" ? 1 : 2;
}

async function searchType(
  office: Office,
  caller: Caller,
  { type, q }: { readonly type: PublishedType; readonly q: string },
): Promise<readonly LabelledRecord[]> {
  const where = conditionsFor(office, caller, { type, filter: { q } });
  const { rows } = await office.reader.list({ type: type.id, where, sort: [], offset: 0, limit: mostFound });
  return rows;
}
