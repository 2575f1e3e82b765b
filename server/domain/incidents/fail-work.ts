import type { Office } from "../changes/office.ts";
import { failureOf } from "./failure-of.ts";
import type { Incident } from "./incident.ts";
import { nextAttempt } from "./next-attempt.ts";

/** What was tried, and how often before. */
export interface FailedWork extends Pick<Incident, "work" | "kind" | "recordType" | "recordId"> {
  readonly attempts: number;
}

/** What did not work is put back for later or, the last time, kept as an incident. */
export async function failWork(office: Office, failed: FailedWork, error: unknown): Promise<void> {
  const { work, kind, recordType, recordId, attempts } = failed;
  const now = office.clock.now();
  const failure = failureOf(error);
  const key = work.source === "effect" ? work.key : `${recordId} ${work.key}`;
  const retryAt = nextAttempt(error, { key, attempts, now });
  const { code } = failure;
  office.log("Something did not work", { kind, recordType, recordId, code, error: failure.message.en, retryAt });
  office.meter.count("passerelle_work_failures_total", { kind: work.source, code });
  if (retryAt !== null) {
    await office.queue.retryLater(work, retryAt, code);
    office.effects.wake(retryAt);
    return;
  }
  const id = office.newId();
  await office.queue.giveUp({ ...failed, id, attempts: attempts + 1, failedAt: now, failure });
  office.live.changed({ type: "incidents", id, version: 1, deleted: false });
}
