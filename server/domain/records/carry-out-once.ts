import { createHash } from "node:crypto";
import type { StoredRecord } from "../../engine/execution/case.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import { type CarriedOut, carryOut } from "../changes/carry-out.ts";
import type { Change, KeptAnswer } from "../changes/change.ts";
import type { Office } from "../changes/office.ts";
import { recordAtVersion } from "./history/record-at.ts";
import { readableKey } from "./readable-key.ts";
import { keyUsedOtherwise } from "./record-errors.ts";

/** A request that may come twice. */
export interface KeyedRequest {
  /** Its `Idempotency-Key`; without one it is carried out as often as it comes. */
  readonly key: string | undefined;
  /** What it asks for: the same key with something else is refused. */
  readonly asked: unknown;
}

interface KeyedPlan extends KeyedRequest {
  readonly plan: (attempt: number) => Promise<Change | null>;
  /** The record that is answered where the plan found nothing to change. */
  readonly unchanged?: () => StoredRecord;
}

/** What became of a request that may come twice. */
export type CarriedOutOnce =
  | CarriedOut
  /** It had been carried out before: its first answer. */
  | { readonly change: null; readonly how: "repeated"; readonly answer: JsonObject };

/**
 * Carries a request out, or, when it came before with the same key, answers it as it was answered then.
 *
 * @throws DomainError `malformed-idempotency-key`, `idempotency-key-reused`, what {@link carryOut} throws.
 */
export async function carryOutOnce(
  office: Office,
  caller: Caller,
  { key, asked, plan, unchanged }: KeyedPlan,
): Promise<CarriedOutOnce> {
  if (key === undefined) return carryOut(office, plan);
  const kept = keptAnswer(caller, key, asked);
  const repeated = async (): Promise<CarriedOutOnce | null> => {
    const answer = await givenAnswer(office, caller, kept);
    return answer === null ? null : { change: null, how: "repeated", answer };
  };
  const before = await repeated();
  if (before !== null) return before;
  try {
    const done = await carryOut(office, async (attempt) => {
      const change = await plan(attempt);
      return change === null ? null : { ...change, answer: kept };
    });
    if (done.how === "unchanged" && unchanged) await keepUnchanged(office, kept, unchanged());
    if (done.how !== "answered") return done;
  } catch (error) {
    // It may be refused for what the same request, sent twice, has done meanwhile.
    const meanwhile = await repeated();
    if (meanwhile === null) throw error;
    return meanwhile;
  }
  const first = await repeated();
  if (first === null) throw new Error("A request that was answered before has an answer");
  return first;
}

/** Sent again, it must not change what somebody else has changed since. */
async function keepUnchanged(office: Office, kept: KeptAnswer, { type, id, version }: StoredRecord): Promise<void> {
  await office.committer.keepAnswer(kept, { type, recordId: id, version, at: office.clock.now() });
}

/** What is kept of a request for its key. @throws DomainError `malformed-idempotency-key`. */
export function keptAnswer(caller: Caller, key: string, asked: unknown): KeptAnswer {
  const digest = createHash("sha256").update(JSON.stringify(asked)).digest("hex");
  return { key: readableKey(key), actorId: caller.principal.id, digest };
}

async function givenAnswer(office: Office, caller: Caller, kept: KeptAnswer): Promise<JsonObject | null> {
  const given = await office.committer.answered(kept.actorId, kept.key);
  if (given === null) return null;
  if (given.digest !== kept.digest) throw keyUsedOtherwise();
  const { type, recordId: id, version } = given;
  const after = await recordAtVersion(office, caller, { type, id, version });
  // A deletion is answered with the record as it was.
  return after ?? recordAtVersion(office, caller, { type, id, version: version - 1 });
}
