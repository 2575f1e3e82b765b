import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import type { Change } from "../changes/change.ts";
import { after } from "../changes/instants.ts";
import type { Office } from "../changes/office.ts";
import { failureOf } from "../incidents/failure-of.ts";
import { attemptEffect } from "./attempt-effect.ts";
import { engineEffects } from "./run-effect.ts";

/** How long a request waits for what it causes, in milliseconds, and how far it follows what that causes in turn. */
const patience = 2000;
const furthest = 8;
/** How long the request leases its effects, in seconds: should its process die, the background takes them up after that. */
const lease = 30;

/**
 * Does what the change causes, and what that causes in turn, so that whoever made it finds it done. What takes longer,
 * what fails, and actions of plugins are left to the background. Returns the record of the change as it is then. Never
 * throws: the change is committed, whatever happens here.
 */
export async function followChange(office: Office, change: Change): Promise<StoredRecord | Case> {
  try {
    return await follow(office, change);
  } catch (error) {
    const { code, message } = failureOf(error);
    office.log("Effects are left to the background", { record: change.record.id, code, error: message.en });
    return change.record;
  }
}

async function follow(office: Office, change: Change): Promise<StoredRecord | Case> {
  const until = performance.now() + patience;
  let record = change.record;
  let causing: readonly Change[] = [change];
  for (let step = 0; step < furthest && performance.now() < until; step += 1) {
    const ids = new Set(causing.filter(causesSomething).map((each) => each.record.id));
    if (ids.size === 0) break;
    const leaseUntil = after(office.clock.now(), lease);
    const effects = await office.queue.effectsOf([...ids], leaseUntil, engineEffects);
    const made: Change[] = [];
    for (const effect of effects) made.push(...(await attemptEffect(office, effect)));
    record = made.findLast((each) => each.record.id === record.id)?.record ?? record;
    causing = made;
  }
  return record;
}

function causesSomething(change: Change): boolean {
  return change.effects.some((effect) => engineEffects.includes(effect.type));
}
