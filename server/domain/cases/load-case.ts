import type { Case } from "../../engine/execution/case.ts";
import { isCase } from "../../engine/execution/flatten-record.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { loadRecord, type RecordAddress } from "../records/load-record.ts";
import { notAWorkflow } from "./case-errors.ts";

/** A live case with the type in force. */
export interface LoadedCase {
  readonly type: PublishedType;
  readonly current: Case;
}

/**
 * The live case, when the caller may read it.
 *
 * @throws DomainError `unknown-type`, `may-not-read`, `unknown-record`, `not-a-workflow`.
 */
export async function loadCase(office: Office, caller: Caller, address: RecordAddress): Promise<LoadedCase> {
  const { type, record } = await loadRecord(office, caller, address);
  if (!isCase(record)) throw notAWorkflow(address.type);
  return { type, current: record };
}
