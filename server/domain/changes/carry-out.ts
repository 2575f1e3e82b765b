import { danglingReference, referredTo, tooMuchContention, unknownRecord } from "../records/record-errors.ts";
import type { Change, Outcome } from "./change.ts";
import { commitChange } from "./commit-change.ts";
import type { Office } from "./office.ts";

/** How often a change is planned because somebody else's came first. */
const attempts = 25;

/** What became of a planned change. */
export type CarriedOut =
  | { readonly change: Change; readonly how: "done" | "answered" | "settled" }
  /** There was nothing to change. */
  | { readonly change: null; readonly how: "unchanged" };

/**
 * Plans a change and commits it. When somebody else's change came first, it is planned again on the record as it is
 * then; a plan that insists on a version refuses by itself. When what its rules counted has changed, it is planned again
 * in turn with the others that wait for the same count.
 *
 * @throws DomainError what the plan throws; `unknown-record`, `dangling-reference`, `referred-to`, `too-much-contention`.
 */
export async function carryOut(office: Office, plan: (attempt: number) => Promise<Change | null>): Promise<CarriedOut> {
  let premises: readonly string[] = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { change, outcome } = await office.turns.take(premises, () => tryOnce(office, () => plan(attempt)));
    if (change === null) return { change, how: "unchanged" };
    if (outcome.done) return { change, how: "done" };
    if (outcome.why === "answered" || outcome.why === "settled") return { change, how: outcome.why };
    if (outcome.why === "outdated") premises = (change.premises ?? []).map(({ key }) => key);
    else if (outcome.why !== "conflict") throw refusalOf(office, change, outcome);
  }
  throw tooMuchContention();
}

type Tried = { readonly change: Change; readonly outcome: Outcome } | { readonly change: null; readonly outcome: null };

async function tryOnce(office: Office, plan: () => Promise<Change | null>): Promise<Tried> {
  const change = await plan();
  return change === null ? { change, outcome: null } : { change, outcome: await commitChange(office, change) };
}

type Refused = Exclude<
  Extract<Outcome, { readonly done: false }>,
  { readonly why: "answered" | "settled" | "conflict" | "outdated" }
>;

function refusalOf(office: Office, change: Change, outcome: Refused): Error {
  if (outcome.why === "dangling") return danglingReference(outcome.reference.field);
  if (outcome.why === "missing") return unknownRecord(change.record.type, change.record.id);
  const title = office.registry.type(outcome.by.type)?.definition.title ?? outcome.by.type;
  return referredTo({ type: outcome.by.type, count: outcome.by.count, title });
}
