import type { Case } from "../../engine/execution/case.ts";
import type { Accepted } from "../../engine/execution/decision.ts";
import { changesBetween } from "../../engine/execution/merge-data.ts";
import type { Caller } from "../changes/caller.ts";
import type { Change, Premise, SearchIndexEntry } from "../changes/change.ts";
import { historyEntry } from "../changes/history-entry.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { derivedData } from "../derived/derived-data.ts";
import { requireNotErased } from "../privacy/require-not-erased.ts";
import type { NamesById } from "../records/naming/display-names.ts";
import { refreshRenamed } from "../records/naming/refresh-names.ts";
import { referencesOf } from "../records/references-of.ts";
import { searchIndexEntry } from "../records/search-index-entry.ts";

/** An accepted decision, with what its change needs besides. */
export interface CaseStep {
  readonly type: PublishedType;
  readonly before: Case | null;
  readonly decision: Accepted;
  readonly event: string;
  readonly note?: string | null;
  /** What the records are called that the case refers to; asked for when the case is called anew. */
  readonly names: NamesById | (() => NamesById);
  readonly premises?: readonly Premise[];
}

/** The change that an accepted decision is written as, derived values worked out. */
export function caseChange(office: Office, caller: Caller, step: CaseStep): Change {
  const { type, before, decision, event, note = null, names, premises = [] } = step;
  if (before !== null) requireNotErased(before);
  const after = { ...decision.after, data: derivedData(office, type, decision.after.data) };
  const moved = before !== null && before.assigneeId !== after.assigneeId;
  const assigned = { assigneeId: { from: before?.assigneeId ?? null, to: after.assigneeId } };
  const changes = { ...changesBetween(before?.data ?? {}, after.data), ...(moved ? assigned : {}) };
  const isMoveAlone = before !== null && Object.keys(changes).every((field) => field === "assigneeId");
  const { from, to, arm, cancel, effects } = decision;
  return {
    kind: before === null ? "create" : "update",
    record: after,
    ...(before === null ? {} : { basedOn: before.version }),
    entry: historyEntry(caller, after, { at: after.updatedAt, event, from, to, changes, note }),
    index: isMoveAlone ? null : entryOf(office, after, { type, names }),
    references: isMoveAlone ? [] : referencesOf(type, after.data),
    premises,
    arm,
    cancel,
    effects: before === null ? effects : [...effects, ...refreshRenamed(office, type, { after, changes })],
  };
}

function entryOf(office: Office, record: Case, { type, names }: Pick<CaseStep, "type" | "names">): SearchIndexEntry {
  return searchIndexEntry(office, { type, record, names: typeof names === "function" ? names() : names });
}
