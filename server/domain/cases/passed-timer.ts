import type { Case } from "../../engine/execution/case.ts";
import { passTimer } from "../../engine/execution/pass-timer.ts";
import type { Caller } from "../changes/caller.ts";
import type { Change } from "../changes/change.ts";
import { historyEntry } from "../changes/history-entry.ts";
import type { Office } from "../changes/office.ts";

/** A timer of a case that is over without anything having come of it, and why. */
export interface PassedTimer {
  readonly key: string;
  readonly dueAt: string;
  readonly event: string;
  readonly note?: string | null;
}

/**
 * The change by which a case waits for a timer no longer. All else stays as it is, so that it needs no definition: the
 * plugin that the case's workflow came from may be gone.
 */
export function passedTimer({ clock }: Office, caller: Caller, before: Case, timer: PassedTimer): Change {
  const { key, dueAt, event, note = null } = timer;
  const { after, from, to, changes, arm, cancel, effects } = passTimer(before, key, clock.now());
  return {
    kind: "update",
    record: after,
    basedOn: before.version,
    entry: historyEntry(caller, after, { at: after.updatedAt, event, from, to, changes, note }),
    index: null,
    references: [],
    arm,
    cancel,
    effects,
    settles: { timer: { recordId: before.id, key, dueAt } },
  };
}
