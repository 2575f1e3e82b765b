import { flattenRecord, isCase } from "../../engine/execution/flatten-record.ts";
import { mergeData } from "../../engine/execution/merge-data.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import { planCaseUpdate } from "../cases/plan-case-update.ts";
import type { Caller } from "../changes/caller.ts";
import type { Change } from "../changes/change.ts";
import type { Office } from "../changes/office.ts";
import { derivedData } from "../derived/derived-data.ts";
import { requireFiles } from "../files/require-files.ts";
import { requireNotErased } from "../privacy/require-not-erased.ts";
import { stampTask } from "../tasks/stamp-task.ts";
import { answerRecord } from "./answer-record.ts";
import { carryOutOnce } from "./carry-out-once.ts";
import { conflictWith } from "./conflict-with.ts";
import { requireRight } from "./find-type.ts";
import { type LoadedRecord, loadRecord, type RecordAddress } from "./load-record.ts";
import { planRecord } from "./plan-record.ts";
import { readingOnce } from "./reading-once.ts";
import { assigneeIn, recordBody } from "./record-body.ts";
import { followedByAnother, staleVersion } from "./record-errors.ts";
import { requireUnchanged } from "./require-unchanged.ts";
import { requireWritable } from "./require-writable.ts";
import { withoutOldTexts, withoutShownTexts } from "./translated-fields.ts";

/** A request to edit a record. */
export interface RecordUpdate extends RecordAddress {
  /** Fields to lay over the record; null empties one, one that is not named stays. */
  readonly data: unknown;
  /** The version of `If-Match`; `version` in the data says the same. */
  readonly version?: number;
  /** Only as long as it is this person who follows it. */
  readonly onlyOf?: string;
  /** The `Idempotency-Key`: a second request with it is given the first answer. */
  readonly key?: string | undefined;
}

/**
 * Edits a record or the fields of a case. Without a version, what others changed meanwhile is kept and this laid over it.
 *
 * @throws DomainError in this order: `unknown-type`, `may-not-read`, `unknown-record`, `malformed-record`,
 * `may-not-update`, `record-erased`, `may-not-write-field`, `stale-version`, `followed-by-another`, `system-field`, `invalid-record`,
 * `dangling-reference`, `dangling-file`, `idempotency-key-reused`.
 */
export async function updateRecord(office: Office, caller: Caller, update: RecordUpdate): Promise<JsonObject> {
  let found: LoadedRecord | undefined;
  const loaded = (): LoadedRecord => {
    if (found === undefined) throw new Error("A record is loaded before it is planned");
    return found;
  };
  const { id, data, version = null, key } = update;
  const done = await carryOutOnce(office, caller, {
    key,
    asked: { update: update.type, id, data, version },
    plan: async () => {
      const once = readingOnce(office);
      found = await loadRecord(once, caller, update);
      return planUpdate(once, caller, { ...found, update });
    },
    unchanged: () => loaded().record,
  });
  if (done.how === "repeated") return done.answer;
  const { type, record } = loaded();
  const after = done.change === null ? record : await office.effects.follow(done.change);
  return answerRecord(office, caller, { type, record: after });
}

/** One attempt at an update on the record as it is now; null when it changes nothing. */
export async function planUpdate(
  office: Office,
  caller: Caller,
  { type, record, update }: LoadedRecord & { readonly update: RecordUpdate },
): Promise<Change | null> {
  const { data: sent, system } = recordBody(type, update.data, caller.language);
  const data = withoutShownTexts(type, sent, { data: record.data, language: caller.language });
  requireRight(caller, "update", type);
  requireNotErased(record);
  requireWritable(type, caller, { patch: data, current: record.data });
  const known = update.version ?? versionIn(system);
  if (known !== undefined && known !== record.version) {
    throw staleVersion(await conflictWith(office, caller, { type, record, known }));
  }
  const current = flattenRecord(record);
  if (update.onlyOf !== undefined && current["assigneeId"] !== update.onlyOf) throw followedByAnother();
  requireUnchanged(type, system, current);
  await requireFiles(office, caller, { type, before: record.data, after: data });
  if (isCase(record)) {
    return planCaseUpdate(office, caller, { type, current: record, patch: data, assigneeId: assigneeIn(system) });
  }
  const now = office.clock.now();
  const patched = withoutOldTexts(type, record.data, mergeData(record.data, data));
  const merged = stampTask(type, { before: record.data, after: patched, now });
  const after = { ...record, version: record.version + 1, updatedAt: now, data: derivedData(office, type, merged) };
  return planRecord(office, caller, { type, before: record, after });
}

/** A version that is no number names none that there ever was. */
function versionIn(system: JsonObject): number | undefined {
  const version: Json | undefined = system["version"];
  if (version === undefined || version === null) return undefined;
  return typeof version === "number" ? version : Number.NaN;
}
