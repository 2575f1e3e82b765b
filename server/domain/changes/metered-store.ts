import { isCase } from "../../engine/execution/flatten-record.ts";
import type { Change, Outcome } from "./change.ts";
import type { ChangeStore } from "./change-store.ts";
import type { Meter } from "./meter.ts";

/** The store, counting what becomes of the changes, how many are written together, and how long that takes. */
export function meteredStore(store: ChangeStore, meter: Meter): ChangeStore {
  return {
    answered: (actorId, key) => store.answered(actorId, key),
    keepAnswer: (kept, given) => store.keepAnswer(kept, given),
    answeredOneByOne: (actorId, key) => store.answeredOneByOne(actorId, key),
    forgetAnswers: (before) => store.forgetAnswers(before),
    async commit(changes) {
      const start = performance.now();
      const outcomes = await store.commit(changes);
      meter.observe("passerelle_commit_seconds", (performance.now() - start) / 1000);
      meter.observe("passerelle_commit_changes", changes.length);
      for (const [index, change] of changes.entries()) count(meter, change, outcomes[index]);
      return outcomes;
    },
  };
}

/** What happens to a case without its machine taking an event. */
const edits: ReadonlySet<string> = new Set(["create", "update", "delete", "erase", "anonymise", "moved-version"]);

function count(meter: Meter, change: Change, outcome: Outcome | undefined): void {
  if (outcome === undefined) return;
  meter.count("passerelle_changes_total", { outcome: outcome.done ? "done" : outcome.why });
  if (outcome.done && isTransition(change)) {
    meter.count("passerelle_transitions_total", { workflow: change.record.type });
  }
}

function isTransition(change: Change): boolean {
  return isCase(change.record) && !edits.has(change.entry.event) && !isPassedTimer(change);
}

/** A timer that nothing has come of: its rule held it back, it was dismissed, or it leads nowhere and does nothing. */
function isPassedTimer({ settles, entry, arm, effects }: Change): boolean {
  if (settles?.timer === undefined || entry.from !== entry.to) return false;
  return arm.length + effects.length + Object.keys(entry.changes).length === 0;
}
