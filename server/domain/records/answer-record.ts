import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { flatten } from "./flatten.ts";
import { displayNames } from "./naming/display-names.ts";

/** The record as the caller is answered it. */
export async function answerRecord(
  office: Office,
  caller: Caller,
  { type, record }: { readonly type: PublishedType; readonly record: StoredRecord | Case },
): Promise<JsonObject> {
  const names = await displayNames(office, caller, [record]);
  return flatten(type, record, { ...caller, displayName: names.get(record.id) ?? "" });
}
