import { sameJson } from "../../engine/execution/merge-data.ts";
import { type Caller, engineCaller } from "../changes/caller.ts";
import { carryOut } from "../changes/carry-out.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { derivedData } from "../derived/derived-data.ts";
import { DomainError } from "../domain-error.ts";
import { eachStored } from "../records/lists/each-record.ts";
import { findRecord } from "../records/load-record.ts";
import { planUpdate } from "../records/update-record.ts";

/**
 * Computes again what the day alone changes: an age, a time without work. Returns how many records changed. A record
 * that another rule forbids to be saved is left as it is, and told in the log.
 */
export async function recomputeDerived(office: Office): Promise<number> {
  const caller = engineCaller(office);
  let changed = 0;
  for (const type of office.registry.types()) {
    if ((type.definition.derived ?? []).length === 0) continue;
    for await (const rows of eachStored(office, caller, { type, filter: {} })) {
      const stale = rows.filter(
        ({ record }) => record.erasedAt === undefined && !sameJson(derivedData(office, type, record.data), record.data),
      );
      const done = await Promise.all(stale.map(({ record: { id } }) => recompute(office, caller, { type, id })));
      changed += done.filter(Boolean).length;
    }
  }
  return changed;
}

async function recompute(
  office: Office,
  caller: Caller,
  { type, id }: { readonly type: PublishedType; readonly id: string },
): Promise<boolean> {
  try {
    const { how } = await carryOut(office, async () => {
      const record = await findRecord(office, caller, { type, id });
      const update = { type: type.id, id, data: {} };
      return record === null ? null : planUpdate(office, caller, { type, record, update });
    });
    return how === "done";
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    office.log("Derived values were not saved", { type: type.id, id, code: error.details.code });
    return false;
  }
}
