import { isCase } from "../../engine/execution/flatten-record.ts";
import { changesBetween } from "../../engine/execution/merge-data.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import type { Change } from "../changes/change.ts";
import { historyEntry } from "../changes/history-entry.ts";
import type { Office } from "../changes/office.ts";
import { requireNotErased } from "../privacy/require-not-erased.ts";
import { answerRecord } from "./answer-record.ts";
import { carryOutOnce } from "./carry-out-once.ts";
import { conflictWith } from "./conflict-with.ts";
import { requireRight } from "./find-type.ts";
import { type LoadedRecord, loadRecord, type RecordAddress } from "./load-record.ts";
import { staleVersion } from "./record-errors.ts";

/** A request to delete a record. */
export interface Deletion extends RecordAddress {
  /** The version of `If-Match`. */
  readonly version?: number;
  /** The `Idempotency-Key`: a second request with it is given the first answer. */
  readonly key?: string | undefined;
}

/**
 * Deletes a record that nothing refers to, and answers it as it was. Its history stays.
 *
 * @throws DomainError `unknown-type`, `may-not-read`, `unknown-record`, `may-not-delete`, `record-erased`,
 * `stale-version`, `referred-to`.
 */
export async function deleteRecord(office: Office, caller: Caller, deletion: Deletion): Promise<JsonObject> {
  let answer: JsonObject = {};
  const { type, id, version = null, key } = deletion;
  const done = await carryOutOnce(office, caller, {
    key,
    asked: { delete: type, id, version },
    plan: async () => {
      const loaded = await loadRecord(office, caller, deletion);
      requireRight(caller, "delete", loaded.type);
      requireNotErased(loaded.record);
      if (version !== null && version !== loaded.record.version) {
        throw staleVersion(await conflictWith(office, caller, { ...loaded, known: version }));
      }
      answer = await answerRecord(office, caller, loaded);
      return planDeletion(office, caller, loaded);
    },
  });
  return done.how === "repeated" ? done.answer : answer;
}

function planDeletion(office: Office, caller: Caller, { record }: LoadedRecord): Change {
  const at = office.clock.now();
  const from = isCase(record) ? record.stage : null;
  const changes = changesBetween(record.data, {});
  return {
    kind: "delete",
    record,
    basedOn: record.version,
    entry: historyEntry(caller, record, { at, event: "delete", from, to: null, changes }),
    index: { keys: {}, words: [], label: "", sortName: "" },
    references: [],
    arm: [],
    cancel: isCase(record) ? Object.keys(record.armed) : [],
    effects: [],
  };
}
