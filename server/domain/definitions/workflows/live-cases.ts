import type { Case } from "../../../engine/execution/case.ts";
import { isCase } from "../../../engine/execution/flatten-record.ts";
import type { Caller } from "../../changes/caller.ts";
import type { Office } from "../../changes/office.ts";
import { eachStored } from "../../records/lists/each-record.ts";

/** An active case with its stored display name. */
export interface LiveCase {
  readonly current: Case;
  readonly label: string;
}

/** Every active case of a workflow that the caller may read, in batches by id; none of one that is not in force. */
export async function* liveCases(office: Office, caller: Caller, id: string): AsyncGenerator<readonly LiveCase[]> {
  const type = office.registry.type(id);
  if (type === undefined) return;
  for await (const rows of eachStored(office, caller, { type, filter: { status: "active" } })) {
    yield rows.flatMap(({ record, label }) => (isCase(record) ? [{ current: record, label }] : []));
  }
}
