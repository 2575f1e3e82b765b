import { isObject } from "../../../engine/schema/is-object.ts";
import type { Json } from "../../../plugin-api/json.ts";
import type { Caller } from "../../changes/caller.ts";
import type { Office } from "../../changes/office.ts";
import type { PublishedType } from "../../definitions/published-type.ts";
import { readableType } from "../find-type.ts";
import { conditionsFor } from "../lists/list-records.ts";
import type { RecordAddress } from "../load-record.ts";
import { tooManyCases } from "../record-errors.ts";
import { foundOrDone, mostAtOnce } from "./one-by-one.ts";

/**
 * The records that a bulk request is about, each once: those of its `ids`, or all that its `filter` finds for the caller,
 * and has found when it came before with the same key.
 *
 * @throws DomainError `unknown-type`, `may-not-read`, `too-many-cases`, 400 naming the filter's key.
 */
export async function addressedIn(
  office: Office,
  caller: Caller,
  { type: typeId, body, key }: { readonly type: string; readonly body: unknown; readonly key?: string | undefined },
): Promise<readonly RecordAddress[]> {
  const type = readableType(office, caller, typeId);
  const { ids, filter } = isObject(body) ? body : {};
  const addresses =
    filter === undefined ? addressesOf(type, ids) : await addressesFound(office, caller, { type, filter, key });
  if (addresses.length === 0 || addresses.length > mostAtOnce) throw tooManyCases(mostAtOnce);
  return addresses;
}

/** None where the ids are no list of texts. */
function addressesOf({ id: type }: PublishedType, ids: Json | undefined): readonly RecordAddress[] {
  const isList = Array.isArray(ids) && ids.every((id): id is string => typeof id === "string");
  return isList ? [...new Set(ids)].map((id) => ({ type, id })) : [];
}

async function addressesFound(
  office: Office,
  caller: Caller,
  { type, filter, key }: { readonly type: PublishedType; readonly filter: Json; readonly key: string | undefined },
): Promise<readonly RecordAddress[]> {
  const where = conditionsFor(office, caller, { type, filter });
  const { rows } = await office.reader.list({ type: type.id, where, sort: [], offset: 0, limit: mostAtOnce + 1 });
  const found = rows.map(({ record }) => ({ type: type.id, id: record.id }));
  const all = await foundOrDone(office, caller, { found, key });
  return all.filter((address) => address.type === type.id);
}
