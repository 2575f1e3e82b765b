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

function count(meter: Meter, { record, entry }: Change, outcome: Outcome | undefined): void {
  if (outcome === undefined) return;
  meter.count("passerelle_changes_total", { outcome: outcome.done ? "done" : outcome.why });
  if (outcome.done && isCase(record) && !edits.has(entry.event)) {
    meter.count("passerelle_transitions_total", { workflow: record.type });
  }
}
