import { danglingReference, referredTo, tooMuchContention, unknownRecord } from "../records/record-errors.ts";
import type { Change, Outcome } from "./change.ts";
import { commitChange } from "./commit-change.ts";
import type { Office } from "./office.ts";

/** Times that a change is decided again because somebody else's came first. */
const attempts = 25;

export type CarriedOut =
  | { readonly change: Change; readonly how: "done" | "answered" | "settled" }
  /** There was nothing to change. */
  | { readonly change: null; readonly how: "unchanged" };

/**
 * Plans a change, commits it, and plans it again on the record as it is by then when somebody was faster. A plan that
 * insists on a version refuses by itself when it finds another.
 *
 * @throws DomainError what the plan throws; `unknown-record`, `dangling-reference`, `referred-to`, `too-much-contention`.
 */
export async function carryOut(office: Office, plan: (attempt: number) => Promise<Change | null>): Promise<CarriedOut> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const change = await plan(attempt);
    if (change === null) return { change, how: "unchanged" };
    const outcome = await commitChange(office, change);
    if (outcome.done) return { change, how: "done" };
    if (outcome.why === "answered" || outcome.why === "settled") return { change, how: outcome.why };
    if (outcome.why !== "conflict") throw refusalOf(office, change, outcome);
  }
  throw tooMuchContention();
}

type Refused = Exclude<
  Extract<Outcome, { readonly done: false }>,
  { readonly why: "answered" | "settled" | "conflict" }
>;

function refusalOf(office: Office, change: Change, outcome: Refused): Error {
  if (outcome.why === "dangling") return danglingReference(outcome.reference.field);
  if (outcome.why === "missing") return unknownRecord(change.record.type, change.record.id);
  const title = office.registry.type(outcome.by.type)?.definition.title ?? outcome.by.type;
  return referredTo({ type: outcome.by.type, count: outcome.by.count, title });
}
