import type { Case } from "../../engine/execution/case.ts";
import { isCase } from "../../engine/execution/flatten-record.ts";
import { passedTimer } from "../cases/passed-timer.ts";
import { planEvent } from "../cases/plan-event.ts";
import { type Caller, engineCaller } from "../changes/caller.ts";
import { carryOut } from "../changes/carry-out.ts";
import { deepestChain } from "../changes/chain-depth.ts";
import type { Change } from "../changes/change.ts";
import type { Office } from "../changes/office.ts";
import type { DueTimer } from "../changes/work-queue.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { DomainError } from "../domain-error.ts";
import { endlessChain } from "../effects/effect-errors.ts";
import { followChange } from "../effects/follow-change.ts";
import { asUnit } from "../effects/unit-of-work.ts";
import { failWork } from "../incidents/fail-work.ts";
import { ruleFailed } from "../incidents/failure-of.ts";
import { findType } from "../records/find-type.ts";

/** Refusals that are no failure of a timer: its transition's rule says no, or another version has no such transition. */
const ordinary: ReadonlySet<string> = new Set(["blocked", "not-in-stage"]);

/**
 * Sends the event of a timer that is due, by the same road as any event.
 *
 * - Its case has left the stage, or its date was changed: the timer means nothing any more and is dropped.
 * - Its transition's rule says no: the timer is over, which the history tells with the rule's sentence.
 * - Anything else that refuses it or throws, the plugin of its workflow being switched off too: tried again, then an
 *   incident.
 */
export function fireTimer(office: Office, timer: DueTimer): Promise<void> {
  const { recordId, type: recordType, key, delay } = timer;
  const about = { recordType, recordId, timer: key, delay };
  return asUnit(office, { unit: "timer", about }, (own) => fire(own, timer));
}

/** Returns the change that it made. */
async function fire(office: Office, timer: DueTimer): Promise<readonly Change[]> {
  const { recordId, type, key, dueAt, delay, attempts, depth } = timer;
  try {
    // The clock has gone back since it was leased: it comes again.
    if (dueAt > office.clock.now()) return [];
    if (depth >= deepestChain) throw endlessChain(deepestChain);
    const { change, how } = await carryOut(office, () => planFiring(notBefore(office, dueAt), timer));
    office.meter.count("passerelle_timers_total", { outcome: change === null ? "stale" : how });
    if (change === null) await office.queue.dropTimer(recordId, key, dueAt);
    else if (how === "done") {
      const late = Date.parse(office.clock.now()) - Date.parse(dueAt);
      office.meter.observe("passerelle_timer_lag_seconds", late / 1000);
      await followChange(office, change);
      return [change];
    }
  } catch (error) {
    const work = { source: "timer", recordId, key, dueAt } as const;
    const kind = `timer:${type}:${delay}`;
    await failWork(office, { work, kind, recordType: type, recordId, attempts }, error);
  }
  return [];
}

/** The office with a clock that shows at least that instant, also when the real one is set back meanwhile. */
function notBefore(office: Office, instant: string): Office {
  const { clock } = office;
  const now = () => [clock.now(), instant].sort()[1] ?? instant;
  return { ...office, clock: { now, wakeAt: (at, call) => clock.wakeAt(at, call) } };
}

async function planFiring(office: Office, timer: DueTimer): Promise<Change | null> {
  const { recordId, key, dueAt, depth } = timer;
  const current = (await office.reader.get(timer.type, recordId))?.record;
  if (current === undefined || !isCase(current) || current.armed[key] !== dueAt) return null;
  const type = findType(office, timer.type);
  const change = await planEventOrPass(office, engineCaller(office), { type, current, timer });
  return { ...change, settles: { timer: { recordId, key, dueAt } }, depth: depth + 1 };
}

interface Firing {
  readonly type: PublishedType;
  readonly current: Case;
  readonly timer: DueTimer;
}

async function planEventOrPass(office: Office, caller: Caller, { type, current, timer }: Firing): Promise<Change> {
  const { key, dueAt, event } = timer;
  try {
    return await planEvent(office, caller, { type, current, event: { type: event, payload: {}, source: "timer" } });
  } catch (error) {
    if (!(error instanceof DomainError) || !ordinary.has(error.details.code) || ruleFailed(error)) throw error;
    const note = error.details.reasons?.map(({ message }) => message).join(" ") || null;
    return passedTimer(office, caller, current, { key, dueAt, event, note });
  }
}
