import type { JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { listRecords } from "../records/lists/list-records.ts";
import { loadRecord, type RecordAddress } from "../records/load-record.ts";
import { tasksRecordType } from "./tasks-record-type.ts";

/**
 * What is to be done about a record, done or not, the soonest due first.
 *
 * @throws DomainError `unknown-type`, `may-not-read`, `unknown-record`.
 */
export async function caseTasks(
  office: Office,
  caller: Caller,
  address: RecordAddress,
): Promise<readonly JsonObject[]> {
  const { record } = await loadRecord(office, caller, address);
  const filter = { caseId: record.id, caseType: address.type };
  const { rows } = await listRecords(office, caller, { type: tasksRecordType.id, filter, sort: ["dueOn", "ASC"] });
  return rows;
}
