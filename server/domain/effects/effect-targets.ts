import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import { isObject } from "../../engine/schema/is-object.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import { engineCaller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { findType } from "../records/find-type.ts";
import { eachStored } from "../records/lists/each-record.ts";
import { malformedAction } from "./effect-errors.ts";

/** A record that an effect is about, with its type. */
export interface EffectTarget {
  readonly type: PublishedType;
  readonly record: StoredRecord | Case;
}

/** The records that an effect is about: the one it names, or those its filter finds. */
export interface EffectTargets {
  readonly records: readonly EffectTarget[];
  /** It is the one record that the effect names, not those that a filter finds. */
  readonly isNamed: boolean;
}

/** The records that an effect is about: `{type, id}`, or `{type, where}` for all that match. An empty id is about none. */
export async function effectTargets(office: Office, action: string, { to }: JsonObject): Promise<EffectTargets> {
  if (!isObject(to) || typeof to["type"] !== "string") throw malformedAction(action, "to: { type, id | where }");
  const type = findType(office, to["type"]);
  const { id, where } = to;
  if (typeof id === "string") {
    const found = await office.reader.get(type.id, id);
    return { records: found === null ? [] : [{ type, record: found.record }], isNamed: true };
  }
  const records: EffectTarget[] = [];
  if (!isObject(where)) return { records, isNamed: true };
  for await (const rows of eachStored(office, engineCaller(office), { type, filter: where })) {
    records.push(...rows.map(({ record }) => ({ type, record })));
  }
  return { records, isNamed: false };
}
