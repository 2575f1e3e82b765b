import type { Change, Outcome, Reference } from "../../../domain/changes/change.ts";
import { type ChangeFacts, compositeKey, type FoundRecord } from "./change-facts.ts";

/**
 * Accepts or refuses each change of a group, as if they were written one after the other: a change may refer to a record
 * that an earlier one creates, but not to one that an earlier one deletes, and each key is used once.
 */
export function judgeChanges(changes: readonly Change[], facts: ChangeFacts): readonly Outcome[] {
  const judge = new Judge(facts);
  return changes.map((change) => judge.judge(change));
}

/** The version that a change leaves behind. */
export function versionAfter(change: Change): number {
  return change.kind === "delete" ? change.record.version + 1 : change.record.version;
}

class Judge {
  readonly #facts: ChangeFacts;
  /** Records that the accepted changes so far made or deleted. */
  readonly #records = new Map<string, FoundRecord>();
  /** Ids that the accepted changes so far refer to, and who does. */
  readonly #referred = new Map<string, Change>();
  /** Effects, timers, answers and premises that the accepted changes so far used up. */
  readonly #used = new Set<string>();

  constructor(facts: ChangeFacts) {
    this.#facts = facts;
  }

  judge(change: Change): Outcome {
    const refusal = this.#refusal(change);
    if (refusal !== null) return refusal;
    const { record, references } = change;
    const version = versionAfter(change);
    this.#records.set(record.id, { type: record.type, version, deleted: change.kind === "delete" });
    for (const reference of references) this.#referred.set(reference.id, change);
    for (const key of usedBy(change)) this.#used.add(key);
    return { done: true, seq: version };
  }

  #refusal(change: Change): Outcome | null {
    if (this.#isAnswered(change)) return { done: false, why: "answered" };
    if (this.#isSettled(change)) return { done: false, why: "settled" };
    const stale = this.#staleness(change);
    if (stale !== null) return stale;
    if (this.#isOutdated(change)) return { done: false, why: "outdated" };
    if (change.kind === "delete") return change.erase === undefined ? this.#referredTo(change) : null;
    const dangling = change.references.find((reference) => !this.#exists(reference, change));
    return dangling ? { done: false, why: "dangling", reference: dangling } : null;
  }

  #isAnswered({ answer }: Change): boolean {
    if (!answer) return false;
    const key = compositeKey(answer.actorId, answer.key);
    return this.#facts.answers.has(key) || this.#used.has(`answer ${key}`);
  }

  #isSettled({ settles }: Change): boolean {
    if (!settles) return false;
    const { effectKey, timer } = settles;
    if (effectKey !== undefined && (!this.#facts.effects.has(effectKey) || this.#used.has(`effect ${effectKey}`))) {
      return true;
    }
    if (!timer) return false;
    const key = compositeKey(timer.recordId, timer.key, timer.dueAt);
    return !this.#facts.timers.has(key) || this.#used.has(`timer ${key}`);
  }

  #staleness({ kind, record, basedOn, erase }: Change): Outcome | null {
    const found = this.#find(record.id);
    if (kind === "create") return found ? { done: false, why: "conflict", version: found.version } : null;
    const isGone = found?.deleted && erase === undefined;
    if (!found || isGone || found.type !== record.type) return { done: false, why: "missing" };
    const expected = basedOn ?? (kind === "delete" ? record.version : record.version - 1);
    return found.version === expected ? null : { done: false, why: "conflict", version: found.version };
  }

  /** A premise that an earlier change of the group shares may be another number after that change. */
  #isOutdated({ premises = [] }: Change): boolean {
    return premises.some(
      ({ key, count }) => this.#facts.premises.get(key) !== count || this.#used.has(`premise ${key}`),
    );
  }

  /** The refusal of a deletion because others refer to the record. */
  #referredTo({ record }: Change): Outcome | null {
    const stored = this.#facts.referrers.get(record.id);
    if (stored) {
      return { done: false, why: "referred-to", by: { type: stored.type, id: stored.id, count: stored.count } };
    }
    const added = this.#referred.get(record.id);
    if (!added) return null;
    return { done: false, why: "referred-to", by: { type: added.record.type, id: added.record.id, count: 1 } };
  }

  /** A record may keep a reference that it already has, also to what was erased since. */
  #exists(reference: Reference, { record }: Change): boolean {
    if (reference.id === record.id) return reference.type === record.type;
    const { field, id } = reference;
    if (this.#facts.references.get(record.id)?.has(compositeKey(field, id))) return true;
    const found = this.#find(reference.id);
    return found !== undefined && !found.deleted && found.type === reference.type;
  }

  #find(id: string): FoundRecord | undefined {
    return this.#records.get(id) ?? this.#facts.records.get(id);
  }
}

function usedBy({ answer, settles, premises = [] }: Change): readonly string[] {
  const timer = settles?.timer;
  return [
    ...premises.map(({ key }) => `premise ${key}`),
    ...(answer ? [`answer ${compositeKey(answer.actorId, answer.key)}`] : []),
    ...(settles?.effectKey === undefined ? [] : [`effect ${settles.effectKey}`]),
    ...(timer ? [`timer ${compositeKey(timer.recordId, timer.key, timer.dueAt)}`] : []),
  ];
}
