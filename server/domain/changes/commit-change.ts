import type { Change, Outcome } from "./change.ts";
import type { Office } from "./office.ts";

/** The last step of the road: makes the change durable, then tells whoever waits for such news. */
export async function commitChange(office: Office, change: Change): Promise<Outcome> {
  const outcome = await office.committer.commit(change);
  if (outcome.done) {
    const { type, id, version } = change.record;
    office.live.changed({ type, id, version, deleted: change.kind === "delete" });
    for (const timer of change.arm) office.effects.wake(timer.dueAt);
    if (change.effects.length > 0) office.effects.wake(change.entry.at);
  }
  return outcome;
}
