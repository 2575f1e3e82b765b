import { flattenRecord } from "../../engine/execution/flatten-record.ts";
import { sameJson } from "../../engine/execution/merge-data.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { eachStored } from "../records/each-record.ts";
import { foldHistory } from "../records/fold-history.ts";

export interface VerifiedHistory {
  readonly checked: number;
  /** Records whose entries, laid one over the other, do not come to the record as it is. */
  readonly broken: readonly { readonly type: string; readonly id: string }[];
}

/** Compares every live record with what its history leads to. */
export async function verifyHistory(
  office: Office,
  caller: Caller,
  progress: (checked: number) => void,
): Promise<VerifiedHistory> {
  const broken: { type: string; id: string }[] = [];
  let checked = 0;
  for (const type of office.registry.types()) {
    for await (const page of eachStored(office, caller, { type, filter: {} })) {
      for (const { record } of page) {
        const { id } = record;
        const told = foldHistory({ type: type.id, id }, await office.reader.history(type.id, id));
        checked += 1;
        if (told === null || !sameJson(flattenRecord(told), flattenRecord(record))) broken.push({ type: type.id, id });
      }
      progress(checked);
    }
  }
  return { checked, broken };
}
