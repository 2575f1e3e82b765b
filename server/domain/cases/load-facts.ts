import type { CompiledWorkflow } from "../../engine/definition/compiled-workflow.ts";
import type { FactRequest, Facts, KnownFacts } from "../../engine/execution/facts.ts";
import { furtherFacts } from "../../engine/execution/further-facts.ts";
import { neededFacts, type Question } from "../../engine/execution/needed-facts.ts";
import { type Caller, engineCaller } from "../changes/caller.ts";
import type { Premise } from "../changes/change.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { conditionsFor } from "../records/lists/list-records.ts";
import { loadRelated, type Related } from "../records/load-related.ts";
import { officeCalendar } from "./office-calendar.ts";

/** The facts of a decision, and what they were made of. */
export interface LoadedFacts {
  readonly facts: Facts;
  readonly names: Related["names"];
  /** What was counted for the rules. */
  readonly premises: readonly Premise[];
}

interface Inquiry {
  readonly type: PublishedType;
  readonly workflow: CompiledWorkflow;
  readonly question: Question;
}

/**
 * Everything that a decision may know: the records that the case refers to, the counts that its rules ask for, the
 * office's calendar. Loaded under no one's rights: a rule holds whoever asks.
 */
export async function loadFacts(office: Office, caller: Caller, inquiry: Inquiry): Promise<LoadedFacts> {
  const { type, workflow, question } = inquiry;
  const data = "draft" in question ? question.draft.data : question.current.data;
  const about = await loadRelated(office, type, data);
  const now = knownNow(office, caller);
  const known = withRelated(now, about);
  let premises = await countAll(office, neededFacts(workflow, question, known));
  let facts = withRelated({ ...now, counts: countsOf(premises) }, about);
  let further = furtherFacts(workflow, question, facts);
  while (further.length > 0) {
    premises = [...premises, ...(await countAll(office, further))];
    facts = withRelated({ ...now, counts: countsOf(premises) }, about);
    further = furtherFacts(workflow, question, facts);
  }
  return {
    facts,
    premises,
    get names() {
      return about.names;
    },
  };
}

function countAll(office: Office, requests: readonly FactRequest[]): Promise<readonly Premise[]> {
  return Promise.all(requests.map((request) => count(office, request)));
}

function countsOf(premises: readonly Premise[]): Facts["counts"] {
  return Object.fromEntries(premises.map((premise) => [premise.key, premise.count]));
}

/** The facts with the related records, worked out when they are asked for. */
function withRelated<Known>(known: Known, about: Pick<Related, "related">): Known & Pick<Related, "related"> {
  return Object.defineProperty({ ...known, related: {} }, "related", { enumerable: true, get: () => about.related });
}

/** What every decision knows without looking anything up. */
export function knownNow(office: Office, caller: Caller): Omit<KnownFacts, "related"> {
  const now = office.clock.now();
  const { id, name, roles } = caller.principal;
  return {
    ...officeCalendar(office.registry.office(), now),
    now,
    actor: { id, name, roles },
    language: caller.language,
  };
}

/** Counts what a rule asks for. */
export async function count(office: Office, { key, type: id, filter }: FactRequest): Promise<Premise> {
  const type = office.registry.type(id);
  if (type === undefined) return { key, type: id, where: [{ op: "nothing" }], count: 0 };
  const where = conditionsFor(office, engineCaller(office), { type, filter });
  return { key, type: id, where, count: await office.reader.count({ type: id, where }) };
}
