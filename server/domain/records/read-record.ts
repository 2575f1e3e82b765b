import type { JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { answerRecord } from "./answer-record.ts";
import { loadRecord, type RecordAddress } from "./load-record.ts";

/**
 * One record as the caller may read it.
 *
 * @throws DomainError `unknown-type`, `may-not-read`, `unknown-record`.
 */
export async function readRecord(office: Office, caller: Caller, address: RecordAddress): Promise<JsonObject> {
  return answerRecord(office, caller, await loadRecord(office, caller, address));
}
