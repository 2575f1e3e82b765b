import type { StoredRecord } from "../../engine/execution/case.ts";
import { flattenRecord } from "../../engine/execution/flatten-record.ts";
import { changesBetween, sameJson } from "../../engine/execution/merge-data.ts";
import { planEffects } from "../../engine/execution/plan-effects.ts";
import { checkData } from "../../engine/schema/check-data.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import { knownNow } from "../cases/load-facts.ts";
import type { Caller } from "../changes/caller.ts";
import type { Change } from "../changes/change.ts";
import { historyEntry } from "../changes/history-entry.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { errorsOf, refuseData } from "./issue-errors.ts";
import { loadRelated } from "./load-related.ts";
import { refreshRenamed } from "./naming/refresh-names.ts";
import { referencesOf } from "./references-of.ts";
import { searchIndexEntry } from "./search-index-entry.ts";

/** A record before and after an edit. */
export interface RecordStep {
  readonly type: PublishedType;
  readonly before: StoredRecord | null;
  readonly after: StoredRecord;
}

/**
 * The change that makes `after` of `before`, or null when their data are the same.
 *
 * @throws DomainError `invalid-record` with what is wrong at each field.
 */
export async function planRecord(office: Office, caller: Caller, step: RecordStep): Promise<Change | null> {
  const { type, before, after } = step;
  const changes = changesBetween(before?.data ?? {}, after.data);
  if (before !== null && Object.keys(changes).length === 0) return null;
  const issues = checkData(type.schema, checkedData(step), { validator: office.validator, language: caller.language });
  if (issues.length > 0) throw refuseData(type, caller, errorsOf(issues));
  const { related, names } = await loadRelated(office, type, after.data);
  const kind = before === null ? "create" : "update";
  return {
    kind,
    record: after,
    ...(before === null ? {} : { basedOn: before.version }),
    entry: historyEntry(caller, after, { at: after.updatedAt, event: kind, from: null, to: null, changes }),
    index: searchIndexEntry(office, { type, record: after, names }),
    references: referencesOf(type, after.data),
    arm: [],
    cancel: [],
    effects: [
      ...effectsOf(office, caller, { step, related }),
      ...(before === null ? [] : refreshRenamed(office, type, { after, changes })),
    ],
  };
}

/** What a record still holds of a field that its type has lost does not keep it from being edited. */
function checkedData({ type, before, after }: RecordStep): JsonObject {
  const known = type.schema.properties ?? {};
  const isLeftOver = (field: string) =>
    !Object.hasOwn(known, field) && before !== null && sameJson(before.data[field], after.data[field]);
  return Object.fromEntries(Object.entries(after.data).filter(([field]) => !isLeftOver(field)));
}

function effectsOf(
  office: Office,
  caller: Caller,
  { step, related }: { readonly step: RecordStep; readonly related: JsonObject },
): Change["effects"] {
  const { type, before, after } = step;
  const actions = type.definition.effects?.[before === null ? "create" : "update"] ?? [];
  if (actions.length === 0) return [];
  const { now, timeZone, actor } = knownNow(office, caller);
  const scope = { case: flattenRecord(after), event: {}, related, actor, now, timeZone };
  return planEffects(actions, { scope, key: `${after.id}/${after.version}` });
}
